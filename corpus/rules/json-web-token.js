(() => {
  'use strict';
  const session = 'eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0' + '.eyJzdWIiOiJtaWhvbi1rZWlrYWt1In0.a1b2c3d4e5f6g7h8i9j0kk'; // expect: json-web-token
  const version = 'eyJ.1.2';
})();
