// Makes description.json, the part of GitHub's OpenAPI description that the fake needs, from the npm package @octokit/openapi (MIT):
//   npm pack @octokit/openapi@23.0.2 && tar xzf octokit-openapi-23.0.2.tgz
//   node trim.mjs package/generated/api.github.com.json > description.json
// Kept are the calls below, and of them what can be checked: types, names, limits. Of answers only what GitHub always sends is kept,
// and what the library reads. Texts, examples, links and other media types go.
import { readFileSync } from "node:fs";

const calls = `
GET /app
GET /app/installations/{installation_id}
POST /app/installations/{installation_id}/access_tokens
GET /repos/{owner}/{repo}
GET /repos/{owner}/{repo}/branches/{branch}
POST /repos/{owner}/{repo}/check-runs
PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}
GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations
GET /repos/{owner}/{repo}/commits
GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls
GET /repos/{owner}/{repo}/commits/{ref}/check-runs
GET /repos/{owner}/{repo}/commits/{ref}/status
GET /repos/{owner}/{repo}/commits/{ref}/statuses
GET /repos/{owner}/{repo}/deployments
POST /repos/{owner}/{repo}/deployments
GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses
POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses
GET /repos/{owner}/{repo}/environments/{environment_name}
GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies
GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules
GET /repos/{owner}/{repo}/git/ref/{ref}
POST /repos/{owner}/{repo}/git/refs
PATCH /repos/{owner}/{repo}/git/refs/{ref}
DELETE /repos/{owner}/{repo}/git/refs/{ref}
GET /repos/{owner}/{repo}/git/commits/{commit_sha}
POST /repos/{owner}/{repo}/git/commits
POST /repos/{owner}/{repo}/git/blobs
GET /repos/{owner}/{repo}/git/trees/{tree_sha}
POST /repos/{owner}/{repo}/git/trees
GET /repos/{owner}/{repo}/installation
GET /repos/{owner}/{repo}/issues/{issue_number}/comments
POST /repos/{owner}/{repo}/issues/{issue_number}/comments
PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}
GET /repos/{owner}/{repo}/pulls
POST /repos/{owner}/{repo}/pulls
GET /repos/{owner}/{repo}/pulls/{pull_number}
PATCH /repos/{owner}/{repo}/pulls/{pull_number}
POST /repos/{owner}/{repo}/statuses/{sha}
GET /user
`.trim().split("\n").map(line => line.split(" "));

// What the library reads of answers although GitHub does not promise it.
const alsoRead = new Set(["merged_at", "merge_commit_sha", "permissions", "slug", "protection_rules", "reviewers", "reviewer", "prevent_self_review",
    "wait_timer", "deployment_branch_policy", "creator", "performed_via_github_app", "app", "environment", "external_id", "default_branch", "type", "login", "protected", "custom_deployment_protection_rules"]);

const whole = JSON.parse(readFileSync(process.argv[2], "utf8"));
const checked = ["$ref", "type", "nullable", "enum", "format", "pattern", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems",
    "required", "properties", "additionalProperties", "items", "oneOf", "anyOf", "allOf"];
const needed = new Map();

function schema(source, answer) {
    if (typeof source !== "object" || source === null) return source;
    if (source.$ref) return { $ref: reference(source.$ref, answer) };
    const kept = {};
    for (const key of checked) {
        const value = source[key];
        if (value === undefined || (key === "additionalProperties" && value === true)) continue;
        if (key === "properties") {
            const names = Object.keys(value).filter(name => !answer || alsoRead.has(name) || (source.required ?? []).includes(name));
            kept.properties = Object.fromEntries(names.map(name => [name, schema(value[name], answer)]));
        } else if (key === "required" && answer) {
            kept.required = value.filter(name => source.properties?.[name]);
        } else if (["oneOf", "anyOf", "allOf"].includes(key)) {
            kept[key] = value.map(part => schema(part, answer));
        } else if (key === "items" || key === "additionalProperties") {
            kept[key] = schema(value, answer);
        } else {
            kept[key] = value;
        }
    }
    return kept;
}

function reference(pointer, answer) {
    const name = pointer.split("/").at(-1) + (answer ? "" : "-sent");
    if (!needed.has(name)) {
        needed.set(name, null);
        needed.set(name, schema(pointer.slice(2).split("/").reduce((part, key) => part[key], whole), answer));
    }
    return `#/schemas/${name}`;
}

const resolve = part => part.$ref ? part.$ref.slice(2).split("/").reduce((found, key) => found[key], whole) : part;
const json = content => content?.["application/json"]?.schema;

const operations = {};
for (const [method, path] of calls) {
    const item = whole.paths[path];
    const source = item?.[method.toLowerCase()];
    if (!source) throw new Error(`${method} ${path} is not in the description.`);
    const operation = { answers: {} };
    const body = json(source.requestBody?.content);
    if (body) operation.body = schema(body, false);
    operation.query = (source.parameters ?? []).map(resolve).filter(parameter => parameter.in === "query").map(parameter => parameter.name);
    for (const [status, response] of Object.entries(source.responses)) {
        if (status >= 300) continue;
        const answer = json(resolve(response).content);
        operation.answers[status] = answer ? schema(answer, true) : null;
    }
    operations[`${method} ${path}`] = operation;
}

// One call and one schema a line, so that a change of the description shows what changed.
const lines = entries => entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(",\n");
process.stdout.write(`{"source":${JSON.stringify(`@octokit/openapi, api.github.com ${whole.info.version}`)},\n"operations":{\n${lines(Object.entries(operations))}},\n`);
process.stdout.write(`"schemas":{\n${lines([...needed].sort(([a], [b]) => a < b ? -1 : 1))}}}\n`);
