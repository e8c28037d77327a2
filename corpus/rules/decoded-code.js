// Code that is put together from escapes and then run.
eval(unescape('%66%75%6e%63%74%69%6f%6e%20%67%72%65%65%74%28%29%7b%61%6c%65%72%74%28%31%29%7d')); // expect: decoded-code
document.title = unescape('%61%62');
