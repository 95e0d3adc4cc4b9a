/** Pictures that do more than draw, and pictures that only draw. `/ran` is what the former ask for when they get their way. */

const svg = (inside: string, attributes = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="30" height="20"${attributes}>${inside}</svg>`;

const prefixed = (inside: string) =>
  `<é:svg xmlns:é="http://www.w3.org/2000/svg" width="30" height="20">${inside}</é:svg>`;
const html = (inside: string) =>
  svg(`<h:div xmlns:h="http://www.w3.org/1999/xhtml">${inside}</h:div>`);
const red = '<rect width="30" height="20" fill="#f00"/>';
const run = "fetch('/ran')";
const script = `<script>${run}</script>`;

/** What a browser runs or loads by itself, or at one click into the middle. */
export const attacks: readonly [source: string, fault: string][] = [
  [svg(script), "the element <script>"],
  [prefixed(`<é:script>${run}</é:script>`), "the element <é:script>"],
  [svg(`<g><x:script xmlns:x="http://www.w3.org/2000/svg">${run}</x:script></g>`), "<x:script>"],
  [svg(`<title><script>${run}</script></title>`), "the element <script>"],
  [svg(`<metadata><script>${run}</script></metadata>`), "the element <script>"],
  [svg('<script href="/ran"/>'), "the element <script>"],
  [svg('<script xlink:href="/ran"/>'), "the element <script>"],
  [svg(`<script xmlns="http://www.w3.org/1999/xhtml">${run}</script>`), "the element <script>"],
  [svg(`<h:script xmlns:h="http://www.w3.org/1999/xhtml">${run}</h:script>`), "<h:script>"],
  [html(`<h:img src="x:" onerror="${run}"/>`), "the element <h:div>"],
  [html('<h:iframe src="/ran"/>'), "the element <h:div>"],
  [html('<h:link rel="stylesheet" href="/ran"/>'), "the element <h:div>"],
  [svg(red, ` onload="${run}"`), "the attribute onload"],
  [svg(red, ` onload="&#102;etch('/ran')"`), "the attribute onload"],
  [svg(`<rect width="30" height="20" onclick="${run}"/>`), "the attribute onclick"],
  [svg(`<image href="data:image/png,x" onerror="${run}"/>`), "the attribute onerror"],
  [svg(`<set attributeName="x" dur="1s" onbegin="${run}"/>`), "the attribute onbegin"],
  [svg(`<animate attributeName="x" dur=".01s" onend="${run}"/>`), "the attribute onend"],
  [svg(`<a href="javascript:${run}">${red}</a>`), "the attribute href leads"],
  [svg(`<a href="&#106;avascript:${run}">${red}</a>`), "the attribute href leads"],
  [svg(`<a href=" java&#10;script&#9;:${run}">${red}</a>`), "the attribute href leads"],
  [svg(`<a href="&#x20;&#x0A;JaVaScRiPt:${run}">${red}</a>`), "the attribute href leads"],
  [svg(`<a xlink:href="javascript:${run}">${red}</a>`), "the attribute xlink:href leads"],
  [
    svg(`<a x:href="javascript:${run}" xmlns:x="http://www.w3.org/1999/xlink">${red}</a>`),
    "x:href",
  ],
  [
    svg(`<a><set attributeName="&#104;ref" to="javascript:${run}"/>${red}</a>`),
    'the attribute attributeName would change "href"',
  ],
  [
    svg(`<a><animate attributeName="xlink:href" values="javascript:${run}" dur="9s"/>${red}</a>`),
    'would change "xlink:href"',
  ],
  [
    svg(
      `<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="/ran"/></foreignObject>`,
    ),
    "<foreignObject>",
  ],
  [
    `<é:svg xmlns:é="http://www.w3.org/2000/svg" width="30" height="20"><é:foreignObject width="30" height="20"><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:parent.fetch('/ran')"/></é:foreignObject></é:svg>`,
    "the element <é:foreignObject>",
  ],
  [svg('<image href="/ran" width="9" height="9"/>'), "the attribute href leads"],
  [svg('<image xlink:href="/ran" width="9" height="9"/>'), "the attribute xlink:href leads"],
  [svg('<use href="/ran#a"/>'), "the attribute href leads"],
  [
    svg(
      '<filter id="a"><feImage href="/ran"/></filter><g filter="url(#a)"><path d="M0 0h9v9z"/></g>',
    ),
    "the attribute href",
  ],
  [svg(`<style>@import "/ran";</style>`), "the rule @import"],
  [svg(String.raw`<style>@\69mport "/ran";</style>`), "the rule @import"],
  [svg(`<style>@&#105;mport "/ran";</style>`), "the rule @import"],
  [svg(`<style>@im<!-- -->port "/ran";</style>`), "the rule @import"],
  [svg(`<style><![CDATA[@im]]>port "/ran";</style>`), "the rule @import"],
  [svg(`<style>@import url(/ran);</style>`), "the rule @import"],
  [svg(`<style>rect{cursor:url(/ran),auto}</style>${red}`), 'the address "/ran" in <style>'],
  [svg(String.raw`<style>svg{background:u\72l(/ran)}</style>`), 'the address "/ran"'],
  [svg(String.raw`<style>svg{background:\75 rl("/ran")}</style>`), 'the address "/ran"'],
  [svg(`<style>svg{background:URL( '/ran' )}</style>`), 'the address "/ran"'],
  [svg(`<style>svg{background:image-set("/ran" 1x)}</style>`), "the function image-set()"],
  [svg(`<style>svg{background:-webkit-image-set("/ran" 1x)}</style>`), "-webkit-image-set()"],
  [
    svg(
      `<style>@font-face{font-family:a;src:url(/ran)}text{font:9px a}</style><text y="9">a</text>`,
    ),
    "/ran",
  ],
  [svg(`<style>a{--a:url(/ran);fill:var(--a)}svg{background:url(/ran)}</style>`), "/ran"],
  [svg(red, ' style="background:url(/ran)"'), "the attribute style holds"],
  [svg(red, String.raw` style="background:u\72l(/ran)"`), "the attribute style holds"],
  [svg('<path d="M0 0h9v9z" mask="url(/ran#a)"/>'), "the attribute mask holds"],
  [svg('<path d="M0 0h9v9z" fill="url(\'/ran#a\')"/>'), "the attribute fill holds"],
  [
    svg('<path d="M0 0h9v9z"><set attributeName="filter" to="url(/ran#a)"/></path>'),
    "the attribute to holds",
  ],
  [`<?xml-stylesheet href="/ran"?>${svg(red)}`, "the instruction <?xml-stylesheet?>"],
  [
    `<?xml-stylesheet type="text/xsl" href="/ran"?>${svg(red)}`,
    "the instruction <?xml-stylesheet?>",
  ],
  [`<!DOCTYPE svg [<!ATTLIST svg onload CDATA "${run}">]>${svg(red)}`, "declarations of entities"],
  [
    `<html xmlns="http://www.w3.org/1999/xhtml"><script>${run}</script>${svg(red)}</html>`,
    "begins with <html>",
  ],
  [`<svg xmlns="http://www.w3.org/1999/xhtml"><script>${run}</script></svg>`, "begins with <svg>"],
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20">${script}<g>`,
    "not well-formed",
  ],
];

/** What no browser of today runs, and no picture needs. */
export const refused: readonly [source: string, fault: string][] = [
  [html('<h:object data="/ran"/>'), "the element <h:div>"],
  [
    `<!DOCTYPE svg [<!ENTITY a '<script xmlns="http://www.w3.org/2000/svg">${run}</script>'>]>${svg("&a;")}`,
    "not well-formed",
  ],
  [svg("<SCRIPT/>"), "the element <SCRIPT>"],
  [svg("<é:script/>"), "the element <é:script>"],
  [svg("<a:b:script/>"), "the element <a:b:script>"],
  [svg('<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load"/>'), "<handler>"],
  [svg('<m:math xmlns:m="http://www.w3.org/1998/Math/MathML"/>'), "the element <m:math>"],
  [svg('<x:y xmlns:x="https://elsewhere.example/"/>'), "the element <x:y>"],
  [svg('<layer xmlns="http://www.inkscape.org/namespaces/inkscape"/>'), "the element <layer>"],
  [svg('<g xmlns=""/>'), "the element <g>"],
  [svg('<discard href="#a"/>'), "the element <discard>"],
  [svg('<g xmlns:xml="urn:x"/>'), "<g> declares"],
  [svg('<g xmlns:a="http://www.w3.org/XML/1998/namespace"/>'), "<g> declares"],
  [svg(red, ' xml:base="https://elsewhere.example/"'), "the attribute xml:base"],
  [svg(red, ' formaction="/"'), "the attribute formaction"],
  [svg('<a ping="/ran" href="#a"/>'), "the attribute ping"],
  [svg('<a href="//elsewhere.example/"/>'), "the attribute href leads"],
  [svg('<a href="/&#9;/elsewhere.example/"/>'), "the attribute href leads"],
  [svg('<a href="java&#10;script:x"/>'), "the attribute href leads"],
  [svg('<a href="/\\elsewhere.example/"/>'), "the attribute href leads"],
  [svg('<a href="data:text/html,x"/>'), "the attribute href leads"],
  [svg('<a href="vbscript:x"/>'), "the attribute href leads"],
  [svg('<image href="data:image/svg+xml;base64,PHN2Zz4="/>'), "the attribute href leads"],
  [svg('<image href="data:text/html,x"/>'), "the attribute href leads"],
  [svg('<use href="data:image/png,x"/>'), "the attribute href leads"],
  [svg('<g style="width:expression(1)"/>'), "the function expression()"],
  [svg('<g style="-moz-binding:url(x.xml#a)"/>'), 'the address "x.xml#a"'],
  [svg('<g style="fill:url(#a b)"/>'), "cannot be read"],
  [svg('<g style="fill:url(var(--a))"/>'), "cannot be read"],
  [svg("<style>@document url(){}</style>"), "the rule @document"],
  [svg('<style>@font-face{src:url("https://excalidraw.com/Virgil.woff2")}</style>'), "the address"],
  [svg("<style>@font-face{src:url(data:image/svg+xml;base64,PHN2Zz4=)}</style>"), "the address"],
  [svg("<style>@font-face{src:url(data:font/svg;base64,PHN2Zz4=)}</style>"), "the address"],
  [svg("<style>@import url(data:font/woff2;base64,d09GMg==);</style>"), "the rule @import"],
  [svg("<g style='background:url(data:text/css,a)'/>"), "the address"],
  [svg('<g fill="src(&quot;/ran&quot;)"/>'), "the function src()"],
  [
    svg('<inkscape:x xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" onload="x"/>'),
    "onload",
  ],
  [svg("<!-->-->"), "may take for the end"],
  [svg("<desc><![CDATA[<img src=x onerror=alert(1)>]]></desc>"), "may take for the end"],
  [svg("<?a <b> ?>"), "may take for the end"],
  [svg("&a;"), "not well-formed"],
  [svg('<g id="a" id="b"/>'), "not well-formed"],
  [svg('<g id="<"/>'), "not well-formed"],
  [svg("<g id=a/>"), "not well-formed"],
  [svg("<g></G>"), "not well-formed"],
  [`${svg(red)}${svg(red)}`, "not well-formed"],
  [`text${svg(red)}`, "not well-formed"],
  ["", "not well-formed"],
  ["<svg", "not well-formed"],
  [`<?xml version="1.0" encoding="utf-7"?>${svg(red)}`, "the encoding utf-7"],
  [
    `<?xml version="1.0" encoding="ISO-8859-1"?>${svg("<title>ä</title>")}`,
    "the encoding ISO-8859-1",
  ],
  [`<?xml version="1.0" encoding="ISO-2022-JP"?>${svg(red)}`, "the encoding ISO-2022-JP"],
  [svg('<sfw xmlns="http://ns.adobe.com/SaveForWeb/1.0/"><img/></sfw>'), "the element <img>"],
  [svg('<sfw xmlns="http://ns.adobe.com/SaveForWeb/1.0/" onclick="x"/>'), "the attribute onclick"],
  [svg("<g>".repeat(300) + "</g>".repeat(300)), "too deep"],
  [svg("<g>".repeat(90_000) + "</g>".repeat(90_000)), "too deep"],
  ['<svg width="30" height="20"/>', "begins with <svg>"],
  ['<svg xmlns="http://www.w3.org/2000/svg "/>', "begins with <svg>"],
  ['<svg xmlns="http://www.w3.org/2000/svg" width="0" height="20"/>', "0 × 20 pixels"],
  ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 -20"/>', "30 × -20 pixels"],
  ['<svg xmlns="http://www.w3.org/2000/svg" width="9e9" height="9e9"/>', "9000000000 × 9000000000"],
];

const pixel =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

/** Pictures as drawing programs write them, each red in the middle. */
export const drawings: readonly string[] = [
  svg(red),
  `\uFEFF<?xml version="1.0" encoding="UTF-8" standalone="no"?>\r\n<!-- Generator: Adobe Illustrator -->\r\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\r\n${svg(red, ' version="1.1" id="Ebene_1" x="0px" y="0px" style="enable-background:new 0 0 30 20;" xml:space="preserve"')}`,
  `<s:svg xmlns:s="http://www.w3.org/2000/svg" width="30" height="20"><s:rect width="30" height="20" fill="red"/></s:svg>`,
  svg(
    `<sodipodi:namedview id="base" pagecolor="#ffffff" inkscape:zoom="1"><inkscape:grid type="xygrid"/></sodipodi:namedview><metadata id="m"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format><dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></cc:Work></rdf:RDF></metadata><g inkscape:label="Ebene 1" inkscape:groupmode="layer" style="fill:#f00;-inkscape-stroke:none">${red}</g>`,
    ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" inkscape:version="1.3" sodipodi:docname="a.svg"',
  ),
  svg(
    `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><metadata><x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Adobe XMP"/></metadata><switch><g i:extraneous="self">${red}</g></switch>`,
    ' xmlns:i="http://ns.adobe.com/AdobeIllustrator/10.0/"',
  ),
  svg(
    '<style type="text/css"><![CDATA[@media screen{ g > .a:not(.b) { fill: rgb(255, 0, 0); stroke: url(#c) } } @font-face{font-family:"a";src:local("Arial")} .q::before{content:"\\201C"} @keyframes k{from{opacity:1}}]]></style><linearGradient id="c"/><g><path class="a" d="M0 0h30v20H0z"/></g>',
  ),
  svg(
    '<defs><linearGradient id="a"><stop stop-color="#f00"/></linearGradient><linearGradient id="b" xlink:href="#a"/><rect id="r" width="30" height="20" fill="url(#b)"/><clipPath id="k"><use href="#r"/></clipPath></defs><use xlink:href="#r" clip-path="url( \'#k\' )" transform="translate(0 0) rotate(0)" data-name="x" aria-hidden="true"/>',
  ),
  svg(`<image width="30" height="20" preserveAspectRatio="none" xlink:href="${pixel}"/>`),
  svg(`<a href="https://elsewhere.example/?a=b&amp;c#d" target="_top">${red}</a>`),
  svg(
    `<a xlink:href="#b"><title>Ein Bild, online: Monday on = off</title><desc>script</desc>${red}</a>`,
  ),
  svg(
    '<rect width="30" height="20" fill="#f00"><animate attributeName="opacity" values="1;.9;1" dur="9s" repeatCount="indefinite"/><animateTransform attributeName="transform" type="translate" from="0" to="0" dur="1s"/></rect>',
  ),
  svg(
    `<filter id="a" x="0" y="0"><feFlood flood-color="#f00"/><feComposite in2="SourceGraphic" operator="in"/></filter><g filter="url(#a)">${red}</g><text x="1" y="9" font-family="'Arial', sans-serif" font-size="1">é 😀</text>`,
  ),
  // Excalidraw
  `<svg version="1.1" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20" width="30" height="20"><!-- svg-source:excalidraw --><metadata><!-- payload-type:application/vnd.excalidraw+json --><!-- payload-version:2 --><!-- payload-start -->eyJ2ZXJzaW9uIjoiMSJ9<!-- payload-end --></metadata><defs><style class="style-fonts">
      @font-face { font-family: Excalifont; src: url(data:font/woff2;base64,d09GMgABAAAAAA==); }</style></defs><rect x="0" y="0" width="30" height="20" fill="#f00"></rect><g stroke-linecap="round" transform="translate(10 10) rotate(0 5 5)"><text x="0" y="1" font-family="Excalifont, Xiaolai, sans-serif, Segoe UI Emoji" font-size="1px" fill="#1e1e1e" text-anchor="middle" style="white-space: pre;" direction="ltr" dominant-baseline="alphabetic">Hallo</text></g></svg>`,
  // dvisvgm
  svg(
    `<style type='text/css'><![CDATA[@font-face{font-family:cmr10;src:url("data:application/x-font-woff2;charset=utf-8;base64,d09GMg==") format('woff2');} text.f0 {font-family:cmr10;font-size:1px}]]></style><g id='page1'>${red}<text class='f0' x='1' y='2'>a</text></g>`,
  ),
  // draw.io with its own file inside, texts as SVG
  `<?xml version="1.0" encoding="UTF-8"?>
<!-- Do not edit this file with editors other than draw.io -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" style="background: light-dark(#ffffff, var(--ge-dark-color, #121212)); color-scheme: light dark;" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" width="30px" height="20px" viewBox="-0.5 -0.5 30 20" content="&lt;mxfile host=&quot;app.diagrams.net&quot; agent=&quot;Mozilla/5.0&quot;&gt;&lt;diagram name=&quot;Seite-1&quot; id=&quot;a&quot;&gt;7VpRc9o4&lt;/diagram&gt;&lt;/mxfile&gt;"><defs/><g><g data-cell-id="0"><g data-cell-id="2"><rect x="-1" y="-1" width="32" height="22" fill="#ff0000" stroke="none" pointer-events="all"/><g fill="#000000" font-family="&quot;Helvetica&quot;" text-anchor="middle" font-size="1px"><text x="9" y="3">Kasse</text></g></g></g></g></svg>`,
  // unDraw
  svg(
    red,
    ' role="img" artist="Katerina Limpitsouni" copyright="unDraw" source="https://undraw.co/"',
  ),
  // PlantUML
  `<?xml version="1.0" encoding="us-ascii" standalone="no"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" contentStyleType="text/css" data-diagram-type="SEQUENCE" preserveAspectRatio="none" style="width:30px;height:20px;background:#FFFFFF;" version="1.1" viewBox="0 0 30 20" width="30px" height="20px" zoomAndPan="magnify"><?plantuml 1.2024.6?><g>${red}<!--SRC=[SoWkIImgAStDuNBAJrBG]--></g></svg>`,
  // Illustrator, "Save for Web"
  svg(
    `<metadata><sfw xmlns="http://ns.adobe.com/SaveForWeb/1.0/"><slices></slices><sliceSourceBounds y="-8165" x="-8149" width="16383" height="16368" bottomLeftOrigin="true"></sliceSourceBounds></sfw></metadata>${red}`,
  ),
  // SVG.js
  svg(
    `<g xmlns:svgjs="http://svgjs.dev/svgjs" svgjs:data="{&quot;leading&quot;:&quot;1.3&quot;}">${red}</g>`,
  ),
];
