(() => {
  'use strict';
  const headers = {
    Authorization: 'Bearer ' + 'sk-proj-' + 'Kd83hFq02LmZx91PvTy47Rb5', // expect: ai-service-key
  };
  const spinner = 'sk-folding-cube sk-cube-grid-container-element';
  const placeholder = 'sk-proj-xxxxxxxxxxxxxxxxxxxxxxxx';
})();
