/* 放課後児童クラブ 出欠入力(Vue 3) */
((Vue) => {
  'use strict';

  const { createApp, ref, computed, reactive, onMounted } = Vue;

  const MARKS = ['出席', '欠席', '早退', '遅刻'];

  const ymd = (date) =>
    [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, '0')).join('-');

  const repository = {
    url: kintone.api.url('/k/v1/records.json', true),

    async find(date, club) {
      const { records } = await kintone.api(this.url, 'GET', {
        app: kintone.app.getId(),
        query: `日付 = "${ymd(date)}" and クラブ in ("${club.replace(/["\\]/g, '\\$&')}") order by 学年 asc, 児童番号 asc limit 500`,
        fields: ['$id', '$revision', '児童番号', '学年', '出欠', 'お迎え時刻', '連絡'],
      });
      return records.map((record) => ({
        id: record.$id.value,
        revision: record.$revision.value,
        number: record.児童番号.value,
        grade: Number(record.学年.value),
        mark: record.出欠.value,
        pickup: record.お迎え時刻.value ?? '',
        note: record.連絡.value ?? '',
        changed: false,
      }));
    },

    async save(children) {
      const records = children.map(({ id, revision, mark, pickup, note }) => ({
        id,
        revision,
        record: { 出欠: { value: mark }, お迎え時刻: { value: pickup || null }, 連絡: { value: note } },
      }));
      for (let i = 0; i < records.length; i += 100) {
        await kintone.api(this.url, 'PUT', { app: kintone.app.getId(), records: records.slice(i, i + 100) });
      }
    },
  };

  const App = {
    setup() {
      const date = ref(ymd(new Date()));
      const club = ref('第一');
      const children = ref([]);
      const message = reactive({ kind: 'info', text: '' });
      const clubs = ['第一', '第二', '並木', '新木'];

      const tell = (kind, text) => Object.assign(message, { kind, text });

      const changed = computed(() => children.value.filter((child) => child.changed));
      const totals = computed(() =>
        MARKS.map((mark) => ({ mark, count: children.value.filter((child) => child.mark === mark).length })));

      const load = async () => {
        if (changed.value.length > 0 && !window.confirm('保存していない変更があります。読み直しますか。')) return;
        try {
          children.value = await repository.find(new Date(`${date.value}T00:00:00`), club.value);
          tell('info', `${children.value.length}人`);
        } catch (error) {
          tell('error', `読み込めませんでした: ${error.message}`);
        }
      };

      const save = async () => {
        const targets = changed.value;
        try {
          await repository.save(targets);
          targets.forEach((child) => {
            child.changed = false;
          });
          tell('info', `${targets.length}人分を保存しました。`);
        } catch (error) {
          tell('error', `保存できませんでした: ${error.message}`);
        }
      };

      const markAll = (mark) => {
        children.value.forEach((child) => {
          if (!child.mark) Object.assign(child, { mark, changed: true });
        });
      };

      onMounted(load);
      return { MARKS, date, club, clubs, children, message, changed, totals, load, save, markAll };
    },
    template: `
      <div class="shukketsu">
        <p>
          <input type="date" v-model="date" @change="load" aria-label="日付">
          <select v-model="club" @change="load" aria-label="クラブ">
            <option v-for="name in clubs" :key="name" :value="name">{{ name }}</option>
          </select>
          <button type="button" @click="markAll('出席')">未入力をすべて出席に</button>
          <button type="button" :disabled="changed.length === 0" @click="save">保存({{ changed.length }})</button>
        </p>
        <p :class="['shukketsu-message', message.kind]" role="status">{{ message.text }}</p>
        <ul class="shukketsu-totals"><li v-for="t in totals" :key="t.mark">{{ t.mark }} {{ t.count }}</li></ul>
        <table>
          <thead><tr><th>番号</th><th>学年</th><th>出欠</th><th>お迎え</th><th>連絡</th></tr></thead>
          <tbody>
            <tr v-for="child in children" :key="child.id" :class="{ changed: child.changed }">
              <td>{{ child.number }}</td>
              <td>{{ child.grade }}年</td>
              <td>
                <label v-for="mark in MARKS" :key="mark">
                  <input type="radio" :name="'m' + child.id" :value="mark" v-model="child.mark" @change="child.changed = true">
                  {{ mark }}
                </label>
              </td>
              <td><input type="time" v-model="child.pickup" @change="child.changed = true"></td>
              <td><input v-model.trim="child.note" maxlength="100" @change="child.changed = true"></td>
            </tr>
          </tbody>
        </table>
      </div>`,
  };

  kintone.events.on('app.record.index.show', (event) => {
    if (event.viewName !== '出欠入力') return event;
    const root = document.createElement('div');
    kintone.app.getHeaderSpaceElement().replaceChildren(root);
    createApp(App).mount(root);
    return event;
  });
})(window.Vue);
