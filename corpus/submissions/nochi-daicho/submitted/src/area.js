const 平方メートル毎アール = 100;
const アール毎ヘクタール = 100;
const 平方メートル毎反 = 991.736;

/** 平方メートルを「○ha○a○㎡」の形にする */
export const formatArea = (squareMeters) => {
  const total = Math.round(Number(squareMeters) || 0);
  const hectares = Math.floor(total / (平方メートル毎アール * アール毎ヘクタール));
  const ares = Math.floor(total / 平方メートル毎アール) % アール毎ヘクタール;
  const rest = total % 平方メートル毎アール;
  return [
    hectares > 0 ? `${hectares}ha` : '',
    ares > 0 ? `${ares}a` : '',
    `${rest}㎡`,
  ].join('');
};

/** 平方メートルを反(小数2桁)にする */
export const toTan = (squareMeters) => (Number(squareMeters) / 平方メートル毎反).toFixed(2);

/** 地目ごとの面積の合計 */
export const sumByKind = (parcels) => {
  const sums = new Map();
  for (const parcel of parcels) {
    const kind = parcel.現況地目.value || '不明';
    sums.set(kind, (sums.get(kind) ?? 0) + Number(parcel.面積.value || 0));
  }
  return sums;
};
