// What was kept in the browser comes back by more ways than one; so does what other pages of the site put there.
const panel = document.getElementById('panel');
window.addEventListener('storage', (happening) => {
  panel.innerHTML = happening.newValue; // flow: storage -> html
  panel.textContent = happening.key;
});
const news = new BroadcastChannel('news');
news.onmessage = (happening) => {
  panel.innerHTML = happening.data; // flow: storage -> html
  panel.textContent = happening.data;
};
cookieStore.get('tab').then((cookie) => {
  panel.innerHTML = cookie.value; // flow: storage -> html
  panel.innerHTML = cookie.value.length;
});
caches.match('/note').then((kept) => kept.text()).then((text) => {
  panel.innerHTML = text; // flow: storage -> html
});
const opened = indexedDB.open('notes');
opened.onsuccess = () => {
  const notes = opened.result.transaction('notes').objectStore('notes');
  const one = notes.get(1);
  one.onsuccess = () => {
    panel.innerHTML = one.result.text; // flow: storage -> html
    panel.innerHTML = Number(one.result.count);
  };
  notes.index('day').getAll().onsuccess = (happening) => {
    panel.innerHTML = happening.target.result.map((note) => note.text).join(''); // flow: storage -> html
  };
  notes.openCursor().onsuccess = (happening) => {
    const cursor = happening.target.result;
    panel.insertAdjacentHTML('beforeend', cursor.value.text); // flow: storage -> html
  };
};
window.addEventListener('hashchange', (happening) => {
  panel.innerHTML = new URL(happening.newURL).hash; // flow: url -> html
});
panel.addEventListener('drop', (happening) => {
  panel.innerHTML = happening.dataTransfer.getData('text/html'); // flow: input -> html
});
