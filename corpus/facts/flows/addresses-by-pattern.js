// A text that fits a pattern without a colon before its path has no scheme of its own. It leads to another host all the
// same where it can begin with two slashes.
const asked = new URLSearchParams(location.search).get('back');
const link = document.createElement('a');
document.body.append(link);
if (/^\/[a-z0-9\/-]*$/i.test(asked)) link.href = asked;
if (/^\/[a-z0-9\/-]*$/i.test(asked)) location.href = asked; // flow: url -> navigation
if (/\/[a-z0-9\/-]*$/i.test(asked)) link.href = asked; // flow: url -> link
if (/^\/[a-z0-9\/-]*$/im.test(asked)) link.href = asked; // flow: url -> link
if (/^\/(?!\/)/.test(asked)) link.href = asked;
if (/^\/(?!\/)/.test(asked)) location.href = asked; // flow: url -> navigation
if (/^\/(?!\/)[\w\/-]*$/.test(asked)) location.href = asked;
if (/^\/(?![\/\\])/.test(asked)) location.href = asked;
if (/^[\w-]+$/.test(asked)) location.href = asked;
if (/^[\w.-]+(?:\/[\w.-]+)*$/.test(asked)) location.href = asked;
if (/^[\w.\/-]+$/.test(asked)) link.href = asked;
if (/^[\w.\/-]+$/.test(asked)) location.href = asked; // flow: url -> navigation
if (/^[\w.:-]+$/.test(asked)) link.href = asked; // flow: url -> link
if (/^[\w-]+\//.test(asked)) location.href = asked;
if (/^[\w:-]+\//.test(asked)) link.href = asked; // flow: url -> link
if (/^\.\//.test(asked)) location.href = asked;
if (/^\/?[\w-]+$/.test(asked)) location.href = asked;
if (/^\/*[\w-]+$/.test(asked)) location.href = asked; // flow: url -> navigation
if (/^\/*[\w-]+$/.test(asked)) link.href = asked;
if (/^(?:\/|https:\/\/)/.test(asked)) link.href = asked;
if (/^(?:\/|https:\/\/|)/.test(asked)) link.href = asked; // flow: url -> link
if (asked.startsWith('/')) link.href = asked;
if (asked.startsWith('/')) location.href = asked; // flow: url -> navigation
if (asked[0] === '/' || asked.startsWith('https://')) link.href = asked;
if (asked.includes('/')) link.href = asked; // flow: url -> link
if (/^[^:]+$/.test(asked)) document.body.innerHTML = `<a href="${asked}">次へ</a>`; // flow: url -> html
kintone.events.on('app.record.edit.show', (event) => {
  const page = event.record.画面.value;
  if (/^[^/\\:]+$/.test(page)) location.href = page;
  if (/^[^/\\]+$/.test(page)) location.href = page; // flow: record -> navigation
  if (/^[^:]+$/.test(page)) location.href = page; // flow: record -> navigation
  if (/^[^/\\:]+$/.test(page)) location.href = `/k/${page}`;
  if (/^[\w.-]+$/.test(page)) location.href = page;
  if (/^[\w.-]+$/.test(page)) location.href = `https://${page}/`; // flow: record -> navigation
  if (/^[\w.-]+$/.test(page)) location.href = '//' + page; // flow: record -> navigation
  if (/^(?:\/k\/|[\w.-]+$)/.test(page)) location.href = page;
  if (/^(?:\/|[\w.-]+$)/.test(page)) location.href = page; // flow: record -> navigation
});
// A dot takes any character: a letter makes another host of it, a slash ends the host before it. In place of the last
// dot a letter makes a name that nobody can have.
if (/^https:\/\/intra\.example\.lg\.jp\//.test(asked)) location.href = asked;
if (/^https:\/\/intra.example\.lg\.jp\//.test(asked)) location.href = asked; // flow: url -> navigation
if (/^https:\/\/intra\.example.lg\.jp\//.test(asked)) location.href = asked; // flow: url -> navigation
if (/^https:\/\/intra\.example\.lg.jp\//.test(asked)) location.href = asked; // flow: url -> navigation
if (/^https:\/\/intra\.example\.co.jp\//.test(asked)) location.href = asked; // flow: url -> navigation
if (/^https:\/\/intra\.example.com\//.test(asked)) location.href = asked;
if (/^https:\/\/intra.example\.com\//.test(asked)) location.href = asked; // flow: url -> navigation
if (/^https:\/\/example.com$/.test(asked)) location.href = asked;
if (/^https:\/\/example.com/.test(asked)) location.href = asked; // flow: url -> navigation
if (/^https:\/\/intra\.example\.lg\.jp\/.*.html/.test(asked)) location.href = asked;
