// The Ministry of Justice's multi-file upload, posting to the form's own address with Django's token.
//
// The server answers each file with JSON: {"success": {"messageText", "messageHtml"}, "file": {"url"}} or, with a
// status of 400, {"error": {"message"}}.
import { createAll } from "govuk-frontend";
import { MultiFileUpload } from "@ministryofjustice/frontend";

function escaped(text) {
  const holder = document.createElement("span");
  holder.textContent = text;
  return holder.innerHTML;
}

export class Upload extends MultiFileUpload {
  static startAll(scope) {
    for (const form of scope.querySelectorAll("form:has([data-module~='moj-multi-file-upload'])")) {
      createAll(
        Upload,
        {
          uploadUrl: form.action,
          csrfToken: form.querySelector("[name=csrfmiddlewaretoken]")?.value,
          csrfHeaderName: "X-CSRFToken",
          hooks: { ...MultiFileUpload.defaults.hooks, errorHook: Upload.showTwin },
        },
        form,
      );
    }
  }

  // A file that was refused because it is here already leads to where it is.
  static showTwin(upload, file, xhr) {
    const twin = xhr.response?.file;
    if (twin) upload.rows.get(file).querySelector(".moj-multi-file-upload__actions").append(upload.getDeleteButton(twin));
  }

  rows = new WeakMap();

  // A file's name and what is said of it are text, whatever characters they have.
  getFileRow(file) {
    const row = super.getFileRow({ name: escaped(file.name) });
    this.rows.set(file, row);
    return row;
  }

  getErrorHtml(error) {
    return super.getErrorHtml({ message: escaped(error.message) });
  }

  // Nothing that was received is deleted: the row leads to the document instead.
  getDeleteButton(file) {
    const link = document.createElement("a");
    link.className = "govuk-link";
    link.href = file.url;
    link.textContent = "Open";
    return link;
  }
}
