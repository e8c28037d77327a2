// JSONP runs whatever the other side answers.
$.ajax({ url: 'https://api.example.jp/weather', dataType: 'jsonp' }); // expect: answer-run-as-script
$.ajax({ url: 'https://api.example.jp/weather', dataType: 'json' });
