// A long random text under the name of a token.
const accessToken = 'q7Lx2Vn9Rt4Bw8Zc5Jm3Hk6Pd1Fs'; // expect: named-token
const accessTokenName = 'access_token_for_the_map';
