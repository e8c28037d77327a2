// What React's components share: contexts, and states that a reducer makes.
import { createContext, useContext, useReducer, useEffect } from 'react';

const Shown = createContext<{ memo: string } | null>(null);
const Theme = createContext('plain');

const useShown = () => useContext(Shown);

const Memo = () => {
  const { memo } = useShown();
  return <p dangerouslySetInnerHTML={{ __html: memo }} />; // flow: record -> html
};

const Themed = () => {
  const theme = useContext(Theme);
  return <p dangerouslySetInnerHTML={{ __html: theme }} />;
};

type Action = { type: 'loaded'; text: string };
const reducer = (state, action: Action) => (action.type === 'loaded' ? { ...state, memo: action.text } : state);

const Loaded = ({ record }) => {
  const [state, dispatch] = useReducer(reducer, { memo: '', frame: '<b>x</b>' });
  useEffect(() => {
    dispatch({ type: 'loaded', text: record.備考.value });
  }, []);
  return [
    <p dangerouslySetInnerHTML={{ __html: state.memo }} />, // flow: record -> html
    <p dangerouslySetInnerHTML={{ __html: state.frame }} />,
    <p title={state.memo}>{state.memo}</p>,
  ];
};

kintone.events.on('app.record.detail.show', (event) => {
  const record = event.record;
  render(
    <Shown.Provider value={{ memo: record.備考.value }}>
      <Theme.Provider value="calm">
        <Memo />
        <Themed />
        <Loaded record={record} />
      </Theme.Provider>
    </Shown.Provider>,
  );
});
