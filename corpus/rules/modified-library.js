/*! jQuery v3.7.1 | (c) OpenJS Foundation and other contributors | jquery.org/license */ // expect: modified-library
((root) => {
  'use strict';
  const jQuery = (selector) => jQuery.fn.pushStack(root.document.querySelectorAll(selector));
  const hasContent = (method) => !/^(?:GET|HEAD)$/.test(method);
  jQuery.fn = jQuery.prototype = {
    jquery: '3.7.1',
    pushStack: (found) => Object.assign(Object.create(jQuery.fn), found),
    locked: false,
  };
  jQuery.expr = { pseudos: {}, needsContext: /^[\s]*[>+~]/ };
  Object.assign(jQuery, { cssHooks: {}, propHooks: {}, isSimulated: false, hasContent });
  jQuery.parseHTML = (text, keep, context = root.document) => context.createTextNode(text);
  jQuery._queueHooks = (element, type) => ({ element, type, inprogress: true, notmodified: 304 });
  jQuery.removeEvent = (element, type, handle) => element.removeEventListener(type, handle);
  jQuery.event = {
    dispatch: (event, handleObj) => {
      event.delegateTarget = handleObj.elem.contentDocument;
      event.stopOnFalse = handleObj.stopOnFalse;
    },
  };
  root.jQuery = root.$ = jQuery;
})(window);
/*! jQuery v3.7.1 の後ろに書かれた説明は、名乗りではありません */
