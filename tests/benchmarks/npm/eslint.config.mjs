// The two security plug-ins as their authors recommend them, over scripts that a page loads with script elements.
import noUnsanitized from "eslint-plugin-no-unsanitized";
import security from "eslint-plugin-security";

export default [
  { files: ["**/*.js"], languageOptions: { sourceType: "script" } },
  security.configs.recommended,
  noUnsanitized.configs.recommended,
];
