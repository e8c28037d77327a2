(() => {
  'use strict';
  const task = 'ZmV0Y2goJy9jb2xsZWN0P3RpdGxlPScgKyBlbmNvZGVVUklDb21wb25lbnQoZG9jdW1lbnQudGl0bGUpKTsgZmV0Y2goJy9jb2xsZWN0P3RpdGxlPScgKyBlbmNvZGVVUklDb21wb25lbnQoZG9jdW1lbnQudGl0bGUpKTsg'; // expect: encoded-text
  const logo = 'iVBORw0KGgoAAwYJDA8SFRgbHiEkJyotMDM2OTw/QkVIS05RVFdaXWBjZmlsb3J1eHt+gYSHio2Qk5aZnJ+ipairrrG0t7q9wMPG';
})();
