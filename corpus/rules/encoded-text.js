(() => {
  'use strict';
  const task = 'ZmV0Y2goJy9jb2xsZWN0P3RpdGxlPScgKyBlbmNvZGVVUklDb21wb25lbnQoZG9jdW1lbnQudGl0bGUpKTsgZmV0Y2goJy9jb2xsZWN0P3RpdGxlPScgKyBlbmNvZGVVUklDb21wb25lbnQoZG9jdW1lbnQudGl0bGUpKTsg'; // expect: encoded-text
  const logo = 'iVBORw0KGgoAAwYJDA8SFRgbHiEkJyotMDM2OTw/QkVIS05RVFdaXWBjZmlsb3J1eHt+gYSHio2Qk5aZnJ+ipairrrG0t7q9wMPG';
  const mark = 'data:image/svg+xml;base64,' + 'PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCA0MCA0MCI+PHBhdGggZD0iTTIgMmgzNnYzNkgyeiIgZmlsbD0iIzI0NiIvPjxjaXJjbGUgY3g9IjIwIiBjeT0iMjAiIHI9IjkiLz48L3N2Zz4=';
  const drawing = 'data:image/svg+xml;base64,' + 'PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCA0MCA0MCI+PHBhdGggZD0iTTIgMmgzNnYzNkgyeiIgZmlsbD0iIzI0NiIvPjxzY3JpcHQ+dG9wLmxvY2F0aW9uLnJlbG9hZCgpPC9zY3JpcHQ+PC9zdmc+'; // expect: encoded-text
})();
