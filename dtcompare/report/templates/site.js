"use strict";
// The pages work without this: it sorts tables by a column, and finds names by typing.
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const key = (row, at) => {
    const text = row.cells[at].textContent.trim();
    const number = parseFloat(text);
    return Number.isNaN(number) ? text : number;
  };
  const compare = (a, b) => {
    if (typeof a === typeof b) {
      return typeof a === "number" ? a - b : a.localeCompare(b, document.documentElement.lang);
    }
    return typeof a === "number" ? -1 : 1;
  };
  [...table.tHead.rows[0].cells].forEach((head, at) => {
    const button = document.createElement("button");
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const rows = [...body.rows].sort((a, b) => compare(key(a, at), key(b, at)));
      body.append(...(down ? rows.reverse() : rows));
    });
  });
}
const search = document.getElementById("search");
if (search) {
  const fold = (text) => text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/[\u0300-\u036f\s]/g, "");
  const found = document.getElementById("found");
  const links = [...document.querySelectorAll("ul.choices a")];
  search.parentElement.hidden = false;
  search.addEventListener("input", () => {
    const typed = fold(search.value);
    const fits = typed ? links.filter((link) => fold(link.textContent).includes(typed)) : [];
    found.replaceChildren(...fits.slice(0, 12).map((link) => link.parentElement.cloneNode(true)));
  });
}
