/**
 * What may stand in a picture: SVG 1.1 and 2 without what runs, loads or holds other documents. A name that is not here is refused, so
 * that what browsers learn tomorrow is refused today.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const svgNamespace = "http://www.w3.org/2000/svg";
export const xlinkNamespace = "http://www.w3.org/1999/xlink";
export const xmlNamespace = "http://www.w3.org/XML/1998/namespace";
export const xmlnsNamespace = "http://www.w3.org/2000/xmlns/";

/** Elements of the SVG namespace. */
export const elements = words(`
  svg g defs symbol use switch a view title desc metadata style
  path rect circle ellipse line polyline polygon text tspan textPath tref image
  marker pattern clipPath mask linearGradient radialGradient meshgradient meshrow meshpatch stop solidcolor hatch hatchpath
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
  feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
  feSpecularLighting feSpotLight feTile feTurbulence
  animate animateColor animateMotion animateTransform mpath set
  font font-face font-face-name font-face-src glyph missing-glyph hkern vkern
  flowRoot flowRegion flowRegionExclude flowPara flowSpan flowDiv flowLine`);

/** They change an attribute while the picture is shown, so both that name and the new values are looked at. */
export const animations = words("animate animateColor animateMotion animateTransform set");

/** Attributes whose value is CSS, as `fill="url(#a)"`: of shapes, and of animations what they set. */
export const styling = words(`
  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters color-profile
  color-rendering cursor direction display dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color
  flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style font-variant
  font-variant-caps font-variant-ligatures font-variant-numeric font-variation-settings font-weight glyph-orientation-horizontal
  glyph-orientation-vertical gradientTransform image-rendering inline-size isolation kerning letter-spacing lighting-color line-height
  marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order patternTransform pointer-events
  shape-inside shape-margin shape-padding shape-rendering shape-subtract solid-color solid-opacity stop-color stop-opacity stroke
  stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width tab-size text-align
  text-anchor text-decoration text-decoration-color text-decoration-line text-decoration-style text-indent text-orientation
  text-overflow text-rendering transform transform-box transform-origin unicode-bidi vector-effect visibility white-space word-spacing
  writing-mode`);

/**
 * Attributes without a namespace, beside `styling`, `style`, `href`, `data-…` and `aria-…`. Those of the last line draw nothing, and no browser
 * looks at them: in them draw.io keeps its own file, and unDraw whose drawing it is.
 */
export const attributes = words(`
  id class lang tabindex role focusable version baseProfile zoomAndPan contentScriptType contentStyleType externalResourcesRequired
  requiredExtensions requiredFeatures requiredFonts requiredFormats systemLanguage viewBox viewTarget preserveAspectRatio type media title
  x y z x1 x2 y1 y2 cx cy r rx ry fx fy fr width height d points pathLength dx dy rotate textLength lengthAdjust startOffset method
  spacing side path target rel hreflang crossorigin decoding
  markerHeight markerUnits markerWidth orient refX refY clipPathUnits maskContentUnits maskUnits patternContentUnits patternUnits
  gradientUnits spreadMethod offset hatchUnits hatchContentUnits pitch
  filterUnits filterRes primitiveUnits in in2 result mode values tableValues slope intercept amplitude exponent operator k1 k2 k3 k4
  order kernelMatrix kernelUnitLength divisor bias targetX targetY edgeMode preserveAlpha surfaceScale diffuseConstant specularConstant
  specularExponent limitingConeAngle azimuth elevation pointsAtX pointsAtY pointsAtZ scale xChannelSelector yChannelSelector
  stdDeviation radius baseFrequency numOctaves seed stitchTiles
  attributeName attributeType begin dur end min max restart repeatCount repeatDur fill calcMode keyTimes keySplines keyPoints from to by
  additive accumulate origin
  unicode unicode-range glyph-name arabic-form orientation horiz-adv-x horiz-origin-x horiz-origin-y vert-adv-y vert-origin-x
  vert-origin-y u1 u2 g1 g2 k units-per-em panose-1 stemv stemh cap-height x-height accent-height ascent descent widths bbox ideographic
  alphabetic mathematical hanging v-ideographic v-alphabetic v-mathematical v-hanging underline-position underline-thickness
  strikethrough-position strikethrough-thickness overline-position overline-thickness name string
  content artist copyright scrapped source`);

/** What an animation sets, in CSS as well when it sets a property. */
export const animatedValues = words("from to by values");

export const xlinkAttributes = words("href type role arcrole title show actuate");
export const xmlAttributes = words("lang space id");

/**
 * Namespaces in which drawing programs keep what they want to remember: no browser knows them, so they draw and do nothing. What ends
 * with a slash stands for everything below it.
 */
const remembered = [
  "http://www.inkscape.org/namespaces/inkscape",
  "http://inkscape.sourceforge.net/DTD/sodipodi-0.dtd",
  "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
  "http://www.openswatchbook.org/uri/2009/osb",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  "http://www.w3.org/2000/01/rdf-schema#",
  "http://creativecommons.org/ns#",
  "http://web.resource.org/cc/",
  "http://purl.org/dc/elements/1.1/",
  "http://purl.org/dc/terms/",
  "http://purl.org/dc/dcmitype/",
  "http://xmlns.com/foaf/0.1/",
  "http://ns.adobe.com/",
  "adobe:ns:meta/",
  "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
  "http://www.serif.com/",
  "http://www.bohemiancoding.com/sketch/ns",
  "https://sketch.io/dtd/",
  "https://boxy-svg.com",
  "http://svgjs.com/svgjs",
  "http://svgjs.dev/svgjs",
  "http://www.vectornator.io",
  "http://vectornator.io",
  "http://www.figma.com/figma/ns",
  "http://www.corel.com/coreldraw/",
  "http://krita.org/namespaces/svg/krita",
  "http://schemas.microsoft.com/visio/",
  "http://xml.openoffice.org/svg/export",
  "http://sun.com/xmlns/staroffice/presentation",
  "urn:oasis:names:tc:opendocument:xmlns:animation:1.0",
];

export function isRemembered(namespace: string): boolean {
  return remembered.some(
    (known) => namespace === known || (known.endsWith("/") && namespace.startsWith(known)),
  );
}

const saveForWeb = words("sfw slices slice sliceSourceBounds");

/** Those that Illustrator writes without a prefix; no kind of document knows an element of these names. */
export function isSaveForWeb(namespace: string, local: string): boolean {
  return namespace === "http://ns.adobe.com/SaveForWeb/1.0/" && saveForWeb.has(local);
}

/** Functions of CSS that draw, or that a selector is made of: none of them loads anything. */
export const functions = words(`
  rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark icc-color device-cmyk
  matrix matrix3d translate translatex translatey translatez translate3d scale scalex scaley scalez scale3d rotate rotatex rotatey
  rotatez rotate3d skew skewx skewy perspective
  calc min max clamp round mod rem abs sign sin cos tan asin acos atan atan2 pow sqrt hypot log exp var env
  cubic-bezier steps linear
  blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
  path polygon circle ellipse inset rect xywh ray shape
  linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient repeating-conic-gradient
  local format tech counter counters
  not is where has lang dir host nth-child nth-last-child nth-of-type nth-last-of-type selector`);

export const atRules = words(
  "media font-face keyframes -webkit-keyframes supports layer container namespace page property charset",
);
