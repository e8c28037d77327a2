// Angular: what is taken out of the address, and what it is told to trust.
import { Component } from '@angular/core';
export class A {
  constructor(private route: ActivatedRoute, private s: DomSanitizer) {
    this.route.queryParams.subscribe((params) => {
      this.a = this.s.bypassSecurityTrustHtml(params['intro']); // flow: url -> html
      this.b = this.s.sanitize(SecurityContext.HTML, params['intro']);
      this.c = this.s.bypassSecurityTrustUrl(params.link); // flow: url -> link
      this.d = this.s.bypassSecurityTrustResourceUrl(params.link); // flow: url -> frame-url
      this.e = this.s.bypassSecurityTrustResourceUrl('https://a.example/' + encodeURIComponent(params.link));
    });
    route.queryParamMap.subscribe((m) => { this.f = s.bypassSecurityTrustHtml(m.get('q')!); }); // flow: url -> html
    route.queryParamMap.subscribe({ next: (m) => { this.f = s.bypassSecurityTrustHtml(m.get('q')!); } }); // flow: url -> html
  }
  ngOnInit() {
    const id = this.route.snapshot.paramMap.get('id');
    this.g = this.s.bypassSecurityTrustHtml(`<p>${id}</p>`); // flow: url -> html
    this.h = this.s.bypassSecurityTrustHtml(`<p>${Number(id)}</p>`);
    const { q } = this.route.snapshot.queryParams;
    document.body.innerHTML = q; // flow: url -> html
    document.title = q;
    this.i = this.s.bypassSecurityTrustStyle(this.route.snapshot.fragment ?? ''); // flow: url -> css
    this.k = this.s.bypassSecurityTrustScript(this.route.snapshot.params.id); // flow: url -> code
  }
}
export class TagComponent {
  constructor(private host: ElementRef<HTMLElement>, private renderer: Renderer2, private route: ActivatedRoute) {}
  ngOnInit(): void {
    const tag = this.route.snapshot.params.tag;
    this.renderer.setProperty(this.host.nativeElement, 'innerHTML', tag); // flow: url -> html
    this.renderer.setProperty(this.host.nativeElement, 'textContent', tag);
  }
}
export class NoticeComponent {
  @ViewChild('line') line!: ElementRef<HTMLElement>;
  constructor(private readonly http: HttpClient) {}
  ngAfterViewInit(): void {
    this.http.get<Notice>('/api/notice/latest').subscribe((notice) => {
      this.line.nativeElement.innerHTML = notice.headline; // flow: response -> html
      this.line.nativeElement.textContent = notice.headline;
    });
    this.http.post<Notice>('/api/notice', {}).pipe(takeUntil(this.gone)).subscribe({
      next: (notice) => { this.line.nativeElement.innerHTML = notice.headline; }, // flow: response -> html
      error: () => { this.line.nativeElement.innerHTML = '<p>失敗しました</p>'; },
    });
    this.changes.subscribe((count) => { this.line.nativeElement.title = count; });
  }
  async read(): Promise<void> {
    const notice = await this.http.get<Notice>('/api/notice/latest').toPromise();
    this.line.nativeElement.innerHTML = notice.headline; // flow: response -> html
    this.line.nativeElement.innerHTML = new Map().get('line');
  }
}
