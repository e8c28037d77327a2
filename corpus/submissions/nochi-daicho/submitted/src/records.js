import { escapeQuery } from './escape.js';

const url = kintone.api.url('/k/v1/records.json', true);

/** 1人の耕作者の農地をすべて読む */
export const fetchParcels = async (cultivator) => {
  const parcels = [];
  let lastId = 0;
  for (;;) {
    const { records } = await readPage(cultivator, lastId);
    parcels.push(...records);
    if (records.length < 500) {
      return parcels;
    }
    lastId = Number(records[records.length - 1].$id.value);
  }
};

const readPage = (cultivator, lastId) => kintone.api(url, 'GET', {
  app: kintone.app.getId(),
  query: `耕作者番号 = "${escapeQuery(cultivator)}" and $id > ${lastId} order by $id asc limit 500`,
  fields: ['$id', '大字', '字', '地番', '現況地目', '面積', '利用状況', '権利設定の終期'],
});
