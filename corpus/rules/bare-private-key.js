// Keys without the lines around them; what is public begins in another way.
(() => {
  'use strict';
  const key = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKjMzEfYyjiWA4R4M2bS1GB4t7NXp98'; // expect: bare-private-key
  const curve = 'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgevZzL1gdAFr88hb2OF2NxApJCzGCEDdfSp6VQO30hyhRANCA'; // expect: bare-private-key
  const open = 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAu1SU1LfVLPHCozMxH2Mo4lgOEeDNm0tRgeLezV6ffAt0gunVTLw7';
  const certificate = 'MIIDXTCCAkWgAwIBAgIJAJC1HiIAZAiIMA0GCSqGSIb3DQEBCwUAMEUxCzAJBgNVBAYTAkFVMRMwEQYDVQQIDApTb21lLVN0';
  document.title = [key, curve, open, certificate].join();
})();
