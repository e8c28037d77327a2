(() => {
  'use strict';
  const key =
    '-----BEGIN PRIVATE ' + // expect: private-key
    'KEY-----\nMIIBVgIBADANBgkqhkiG9w0BAQEFAASCAUAwggE8AgEAAkEAq7BFUpkGp3+LQmlQ\n';
  const header = '-----BEGIN PUBLIC KEY-----';
})();
