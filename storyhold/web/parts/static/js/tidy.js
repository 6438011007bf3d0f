// A field left empty says nothing, so it need not stand in the address. Without this the form does the same, at greater length.

for (const form of document.querySelectorAll("[data-tidy]")) {
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) {
      if (value === "") {
        const said = formData.getAll(name).filter((each) => each !== "");
        formData.delete(name);
        for (const each of said) formData.append(name, each);
      }
    }
  });
}
