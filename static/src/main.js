// Starts the components of GOV.UK Frontend and MOJ Frontend, on the page and on every piece that htmx swaps in.
import {
  Button,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs,
  createAll,
} from "govuk-frontend";
import { Alert, DatePicker, FilterToggleButton, SortableTable } from "@ministryofjustice/frontend";
import { startCopying } from "./cite/cite.js";
import { Upload } from "./upload/upload.js";

const components = [
  Alert,
  Button,
  Checkboxes,
  DatePicker,
  ErrorSummary,
  FilterToggleButton,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  SortableTable,
  Tabs,
];

function start(scope) {
  components.forEach((component) => createAll(component, undefined, scope));
  Upload.startAll(scope);
}

// The components look for the class on <body>; js-enabled.js, which runs before there is one, set it on <html>.
document.body.classList.add("js-enabled", "govuk-frontend-supported");
start(document);
startCopying();
document.addEventListener("htmx:load", ({ target }) => {
  if (target !== document.body) start(target);
});

// A piece of a page that could not be fetched says so, to those who see and to those who listen.
function sayFailure() {
  const sentence = "That did not work. Check your connection and try again, or reload the page.";
  document.getElementById("said").textContent = sentence;
  document.getElementById("failed").hidden = false;
}
document.addEventListener("htmx:sendError", sayFailure);
document.addEventListener("htmx:responseError", ({ detail }) => {
  if (![409, 422].includes(detail.xhr.status)) sayFailure();
});
document.addEventListener("htmx:afterSwap", () => {
  document.getElementById("failed").hidden = true;
});
