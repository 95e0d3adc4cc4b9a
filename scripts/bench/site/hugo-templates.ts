/** Templates that print what Kolumne's pages hold: masthead, boxes, footer, share links, structured data; by Hugo's own means, cached where it can be. */
export const hugoTemplates: Readonly<Record<string, string>> = {
  "_default/baseof.html": `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ if .IsHome }}{{ .Site.Title }}{{ else }}{{ .Title }} – {{ .Site.Title }}{{ end }}</title>
{{ with .Description }}<meta name="description" content="{{ . }}">{{ end }}
{{ partialCached "style.html" . }}
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AlternativeOutputFormats }}<link rel="alternate" type="{{ .MediaType.Type }}" title="{{ $.Title }}" href="{{ .Permalink }}">
{{ end }}{{ block "meta" . }}{{ end }}
</head>
<body>
<a class="skip ui" href="#text">Zum Inhalt</a>
<div class="page">
{{ partialCached "mast.html" . .Section }}
<div class="grid"><main id="text" tabindex="-1">{{ block "main" . }}{{ end }}</main>
<aside>{{ partialCached "aside.html" . }}</aside></div>
{{ partialCached "foot.html" . }}
</div>
</body>
</html>
`,
  "partials/mast.html": `<header class="mast"><p class="name"><a href="/">{{ .Site.Title }}</a></p>
<nav class="ui" aria-label="Kolumnen"><ul>
{{ $here := .Section }}{{ range .Site.Sections.ByTitle }}{{ if ne .Section "autoren" }}<li><a href="{{ .RelPermalink }}"{{ if eq .Section $here }} aria-current="true"{{ end }}>{{ .Title }}</a></li>
{{ end }}{{ end }}</ul></nav></header>`,
  "partials/aside.html": `<section class="box authors"><h2>Unsere Kolumnisten</h2><ul>
{{ range .Site.Taxonomies.autoren.Alphabetical }}<li><span class="face"></span><div><a class="who" href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a><em>{{ .Page.Params.tagline }}</em></div></li>
{{ end }}</ul></section>
<section class="box"><h2>Service</h2><ul><li><a href="https://shop.spalte.example/jahrbuch">Jahrbuch</a></li></ul></section>`,
  "partials/foot.html": `<footer class="foot ui"><span>{{ .Site.Title }}</span><a href="/themen/">Themen</a><a href="/archiv/">Archiv</a><a href="/impressum/">impressum</a><a href="/datenschutz/">datenschutz</a><a href="/atom.xml">Feed</a></footer>`,
  "partials/teaser.html": `<article><p class="kicker"><a href="/{{ .Section }}/">{{ .CurrentSection.Title }}</a></p>
<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Description }}</p>
<p class="by">{{ range .GetTerms "autoren" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }} · <time datetime="{{ .Date.Format "2006-01-02T15:04:05-07:00" }}">{{ .Date.Format "02.01.2006" }}</time></p></article>`,
  "partials/turner.html": `{{ if gt .Paginator.TotalPages 1 }}<nav class="pages" aria-label="Seiten">{{ with .Paginator.Prev }}<a rel="prev" href="{{ .URL }}">Neuere</a>{{ end }}<span>Seite {{ .Paginator.PageNumber }} von {{ .Paginator.TotalPages }}</span>{{ with .Paginator.Next }}<a rel="next" href="{{ .URL }}">Ältere</a>{{ end }}</nav>{{ end }}`,
  "_default/list.html": `{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}
{{ range .Paginator.Pages }}{{ partial "teaser.html" . }}
{{ end }}{{ partial "turner.html" . }}{{ end }}`,
  "_default/terms.html": `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> ({{ .Count }})</li>
{{ end }}</ul>{{ end }}`,
  "index.html": `{{ define "main" }}{{ $all := where .Site.RegularPages "Params.archiv" "!=" nil }}{{ $pages := .Paginate $all }}
{{ range $pages.Pages }}{{ partial "teaser.html" . }}
{{ end }}{{ partial "turner.html" . }}{{ end }}`,
  "_default/plain.html": `{{ define "main" }}<h1>{{ .Title }}</h1><div class="body">{{ .Content }}</div>{{ end }}`,
  "_default/single.html": `{{ define "meta" }}<meta property="og:type" content="article"><meta property="og:title" content="{{ .Title }}"><meta property="og:description" content="{{ .Description }}"><meta property="og:url" content="{{ .Permalink }}"><meta property="og:site_name" content="{{ .Site.Title }}"><meta property="article:published_time" content="{{ .Date.Format "2006-01-02T15:04:05-07:00" }}">
<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "NewsArticle" "headline" .Title "description" .Description "datePublished" (.Date.Format "2006-01-02T15:04:05-07:00") "mainEntityOfPage" .Permalink "wordCount" .WordCount | jsonify | safeJS }}</script>{{ end }}
{{ define "main" }}<article><h1>{{ .Title }}</h1><p class="stand">{{ .Description }}</p>
<p class="by">{{ range .GetTerms "autoren" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }} · <time datetime="{{ .Date.Format "2006-01-02T15:04:05-07:00" }}">{{ .Date.Format "02.01.2006" }}</time> · {{ .ReadingTime }} Min.</p>
<div class="body">{{ .Content }}</div>
{{ if gt .Params.parts 1 }}<nav class="parts" aria-label="Seiten"><span>Seite {{ .Params.part }} von {{ .Params.parts }}</span></nav>{{ end }}
<p class="share">{{ $u := .Permalink | urlquery }}{{ $t := .Title | urlquery }}<a href="https://x.com/intent/tweet?text={{ $t }}&amp;url={{ $u }}">X</a><a href="https://www.facebook.com/sharer/sharer.php?u={{ $u }}">Facebook</a><a href="https://www.linkedin.com/sharing/share-offsite/?url={{ $u }}">LinkedIn</a><a href="https://www.xing.com/spi/shares/new?url={{ $u }}">XING</a><a href="https://wa.me/?text={{ $t }}%20{{ $u }}">WhatsApp</a><a href="https://bsky.app/intent/compose?text={{ $t }}%20{{ $u }}">Bluesky</a><a href="https://share.joinmastodon.org/#text={{ $t }}%20{{ $u }}">Mastodon</a><a href="mailto:?subject={{ $t }}&amp;body={{ $u }}">E-Mail</a></p>
<ul class="topics">{{ range .GetTerms "themen" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
<nav class="near">{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></article>{{ end }}`,
  "_default/list.atom.xml": `<feed xmlns="http://www.w3.org/2005/Atom"><title>{{ .Title }}</title><id>{{ .Permalink }}</id>
{{ range first 20 .RegularPagesRecursive }}<entry><title>{{ .Title }}</title><id>{{ .Permalink }}</id><link href="{{ .Permalink }}"/><updated>{{ .Date.Format "2006-01-02T15:04:05-07:00" }}</updated><content type="html">{{ .Content | html }}</content></entry>
{{ end }}</feed>`,
  "_default/list.jsonfeed.json": `{{ $items := slice }}{{ range first 20 .RegularPagesRecursive }}{{ $items = $items | append (dict "id" .Permalink "url" .Permalink "title" .Title "content_html" .Content "date_published" (.Date.Format "2006-01-02T15:04:05-07:00")) }}{{ end }}{{ dict "version" "https://jsonfeed.org/version/1.1" "title" .Title "items" $items | jsonify }}`,
  "_default/rss.xml": `<rss version="2.0"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Title }}</description>
{{ range first 20 .RegularPagesRecursive }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><guid>{{ .Permalink }}</guid><description>{{ .Content | html }}</description></item>
{{ end }}</channel></rss>`,
};
