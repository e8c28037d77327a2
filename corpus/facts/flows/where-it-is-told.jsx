// A flow is told at the line that a person has to change: the link of a chain, the attribute, the directive in a template.
kintone.events.on('app.record.detail.show', (event) => {
  const memo = event.record.備考.value;
  $('#memo')
    .addClass('memo')
    .html(memo) // flow: record -> html
    .show();
  const parts = [
    '<section>',
    '<b>{{ memo }}</b>',
    '<p v-html="memo"></p>', // flow: record -> html
    '</section>',
  ];
  Vue.createApp({
    template: parts.join(''),
    data() {
      return { memo };
    },
  }).mount('#memo');
  Swal.fire({ // flow: record -> html
    icon: 'info',
    html: memo,
  });
  Swal.fire({
    icon: 'info',
    text: memo,
  });
  const Link = () => (
    <p>
      <a
        href={memo} // flow: record -> link
        title={memo}
      >
        {memo}
      </a>
      <i
        dangerouslySetInnerHTML={{ __html: memo }} // flow: record -> html
      />
    </p>
  );
  return Link;
});
