import { metadataAnswer } from "../../../sandbox/microsoft";

const ORIGINS = {
  login: "http://127.0.0.1:1001",
  graph: "http://127.0.0.1:1002",
  metadata: "https://127.0.0.1:1003",
};
const ask = (path: string) => metadataAnswer(`https://127.0.0.1:1003${path}`, ORIGINS);

test("since 2022 the document describes one cloud, with what azuread cannot do without", () => {
  expect(ask("/metadata/endpoints?api-version=2022-09-01")).toMatchObject({
    status: 200,
    body: {
      name: "Sandbox",
      resourceManager: "https://127.0.0.1:1003/",
      microsoftGraphResourceId: "http://127.0.0.1:1002/",
      authentication: { loginEndpoint: "http://127.0.0.1:1001", identityProvider: "AAD", tenant: "common" },
    },
  });
});

test("before, it is a list of clouds", () => {
  expect(ask("/metadata/endpoints?api-version=2020-06-01").body).toMatchObject([{ name: "Sandbox" }]);
});

test.each([
  ["/metadata/endpoints", 400],
  ["/metadata/endpoints?api-version=latest", 400],
  ["/metadata/instance?api-version=2022-09-01", 404],
])("%s is answered %i", (path, status) => {
  expect(ask(path).status).toBe(status);
});
