(() => {
  'use strict';

  AWS.config.region = 'ap-northeast-1';
  AWS.config.credentials = new AWS.CognitoIdentityCredentials({
    IdentityPoolId: 'ap-northeast-1:7d1f3a60-52bc-4e1a-9c77-b0e3d41f6a28', // expect: cloud-identity-pool
  });

  const recordId = '7d1f3a60-52bc-4e1a-9c77-b0e3d41f6a28';
  const sample = { IdentityPoolId: 'ap-northeast-1:xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx' };
  return { recordId, sample };
})();
