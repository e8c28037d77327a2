(() => {
  'use strict';

  document.write('<p>読み込み中です</p>'); // expect: document-write
  window.document.writeln('<hr>'); // expect: document-write

  const note = document.createElement('p');
  note.textContent = '読み込み中です';
  document.body.append(note);

  const log = { write: (line) => note.append(line) };
  log.write('開始');
})();
