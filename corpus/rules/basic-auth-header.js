(() => {
  'use strict';
  const headers = {
    Authorization: 'Basic a2Vpa2FrdS1ib3Q6SGltaXRzdTc0MQ==', // expect: basic-auth-header
  };
  const typed = { Authorization: 'Basic ' + btoa(headers.name) };
  const text = 'Basic authentication';
})();
