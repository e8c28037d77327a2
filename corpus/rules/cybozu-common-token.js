(() => {
  'use strict';
  const headers = {
    Authorization: 'Bearer ' + 'cy.s.api1.' + 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJtaWhvbiJ9.bWlob25ubw', // expect: cybozu-common-token
  };
  const later = { Authorization: `Bearer ${headers.token}` };
})();
