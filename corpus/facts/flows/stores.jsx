// States that the parts of a page share, kept by a library.
import { configureStore, createSlice } from '@reduxjs/toolkit';
import { defineStore, storeToRefs } from 'pinia';
import { useSelector } from 'react-redux';
import { createStore } from 'redux';
import { h, ref } from 'vue';
import { create } from 'zustand';

const load = async () => (await kintone.api('/k/v1/record', 'GET', { app: 1, id: 1 })).record.備考.value;

// zustand
const useMemo = create((set, get) => ({
  memo: '',
  frame: '<b>x</b>',
  load: async () => set({ memo: await load(), old: get().memo }),
}));
const Memo = () => <p dangerouslySetInnerHTML={{ __html: useMemo((state) => state.memo) }} />; // flow: record -> html
const Whole = () => <p dangerouslySetInnerHTML={{ __html: useMemo().memo }} />; // flow: record -> html
const Frame = () => <p dangerouslySetInnerHTML={{ __html: useMemo((state) => state.frame) }} />;
useMemo.subscribe((state) => {
  document.body.innerHTML = state.memo; // flow: record -> html
});
useMemo.setState((state) => ({ ...state, size: 1 }));

// Redux Toolkit
const notes = createSlice({
  name: 'notes',
  initialState: { text: '', kind: '<i>x</i>' },
  reducers: {
    loaded(state, action) {
      state.text = action.payload;
    },
  },
});
const store = configureStore({ reducer: { notes: notes.reducer } });
load().then((text) => store.dispatch(notes.actions.loaded(text)));
const Note = () => <p dangerouslySetInnerHTML={{ __html: useSelector((state) => state.notes.text) }} />; // flow: record -> html
const Kind = () => <p dangerouslySetInnerHTML={{ __html: useSelector((state) => state.notes.kind) }} />;

// Redux
const plain = createStore((state = { text: '', kind: 'x' }, action) => (action.type === 'set' ? { ...state, text: action.text } : state));
load().then((text) => plain.dispatch({ type: 'set', text }));
plain.subscribe(() => {
  document.body.innerHTML = plain.getState().text; // flow: record -> html
  document.body.innerHTML = plain.getState().kind;
  document.body.textContent = plain.getState().text;
});

// Pinia
const useRecord = defineStore('record', {
  state: () => ({ memo: '', size: 'x' }),
  getters: {
    framed: (state) => `<b>${state.memo}</b>`,
  },
  actions: {
    async load() {
      this.memo = await load();
    },
  },
});
const useSetup = defineStore('setup', () => {
  const memo = ref('');
  const set = async () => {
    memo.value = await load();
  };
  return { memo, set };
});
const shown = {
  render() {
    const record = useRecord();
    return [
      h('p', { innerHTML: record.memo }), // flow: record -> html
      h('p', { innerHTML: record.framed }), // flow: record -> html
      h('p', { innerHTML: record.size }),
      h('p', { innerHTML: storeToRefs(useRecord()).memo.value }), // flow: record -> html
      h('p', { innerHTML: useSetup().memo }), // flow: record -> html
    ];
  },
};
