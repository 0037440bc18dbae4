/** The style of every page that is made for print. */
export const STYLE = `@page{size:A4;margin:12mm 14mm}body{font:9.5pt/1.3 serif;max-width:182mm;margin:auto;color:#000;background:#fff}
h1{font-size:15pt;margin:0 0 2mm}h2{font-size:11pt;margin:3mm 0 1mm;border-bottom:.3mm solid #000}p,ul{margin:1mm 0}ul{padding-left:5mm}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.5mm 2mm .5mm 0;overflow-wrap:anywhere}th{width:30mm;font-weight:600}
blockquote{margin:.5mm 0 1mm 4mm;font-style:italic}q{font-style:italic;quotes:"“" "”"}code{font:7.5pt monospace;overflow-wrap:anywhere}tr,blockquote{break-inside:avoid}`;
