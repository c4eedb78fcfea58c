// The card's style sheet, closed off from the page's.
import { CARD_MARGIN, CARD_WIDTH } from "../limits.ts";

/** `:host` keeps the page's rules out (important rules of a shadow tree beat those of the page) and holds the place. */
export const CARD_STYLE = `
:host{all:initial!important;display:block!important;position:fixed!important;left:0!important;top:0!important;
width:min(${CARD_WIDTH}px,calc(100vw - ${2 * CARD_MARGIN}px))!important;z-index:2147483647!important;color-scheme:light dark!important}
@media print{:host{display:none!important}}
*{box-sizing:border-box}
.card{--ground:#fff;--ink:#1c2430;--soft:#586474;--line:#dfe4ea;--link:#1257b0;--tint:#f3f6f9;
display:flex;position:relative;flex-direction:column;max-height:inherit;overflow:hidden;background:var(--ground);color:var(--ink);
border:1px solid var(--line);border-radius:10px;box-shadow:0 1px 2px #0002,0 10px 32px #0003;
font:14px/1.45 system-ui,sans-serif;text-align:start;overflow-wrap:anywhere}
@media (prefers-color-scheme:dark){.card{--ground:#1d2229;--ink:#e7ebf0;--soft:#a3aebc;--line:#3a424d;--link:#8fbfff;--tint:#272e37;
box-shadow:0 1px 2px #0006,0 10px 32px #0009}}
.card:focus{outline:none}
.body{overflow:auto;overscroll-behavior:contain;padding:14px 16px 12px}
.close,.back{padding:3px 8px;border-radius:6px;background:var(--ground)}
.close{position:absolute;inset-block-start:8px;inset-inline-end:8px}
.close[hidden]{display:none}
.back{align-self:start;margin:8px 8px 0}
:is(.close,.back):hover{background:var(--tint)}
.back+.body{padding-top:4px}
h2,h3,p,dl,dd,ol{margin:0;padding:0;font:inherit}
h2{padding-inline-end:44px;font-size:18px;font-weight:650;line-height:1.25}
button{all:unset;box-sizing:border-box;cursor:pointer}
a,button{color:var(--link)}
.kind,.when,.note,.cite,h3,dt,summary{color:var(--soft)}
.kind,.when,.more,button,dt,ol,ul{font-size:13px}
.note,h3,summary{font-size:12px}
h3,summary{font-weight:650}
.kind{margin-top:2px}
.kind b{color:var(--ink)}
.description{margin-top:8px}
section,details{margin-top:11px;padding-top:9px;border-top:1px solid var(--line)}
h3{margin-bottom:5px}
.note,details>:not(summary){margin-top:6px}
h3+.note{margin:-2px 0 6px}
dl{display:grid;grid-template-columns:minmax(72px,max-content) 1fr;gap:4px 12px}
dt{line-height:1.54;grid-column:1;max-width:128px}
dd{grid-column:2}
dd.wide{grid-column:1/-1}
.entity{font-size:inherit}
.entity,a{text-decoration:underline var(--line);text-underline-offset:3px}
.entity:hover,a:hover{text-decoration-color:currentColor}
:is(button,a,summary):focus-visible,li:focus{outline:2px solid var(--link);outline-offset:1px;border-radius:3px}
.cite{font-size:11px;line-height:1;vertical-align:3px;padding:1px 2px}
.joined{white-space:nowrap}
.cite:hover{color:var(--link)}
summary{cursor:pointer}
summary:hover{color:var(--ink)}
ol,ul{margin:0;padding-inline-start:22px}
li{padding:1px 0}
li .when{display:block}
.more{margin-top:10px}
@media (max-width:340px){dl{display:block}dt{max-width:none}}
@media (forced-colors:active){.card{border:2px solid CanvasText}}
`;
