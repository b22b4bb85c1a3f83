// Loaded in <head> without defer: tells the style sheet, before anything is drawn, that scripts run.
document.documentElement.classList.add("js-enabled", "govuk-frontend-supported");
