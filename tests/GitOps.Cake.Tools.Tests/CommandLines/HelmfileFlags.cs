namespace GitOps.Cake.Tests.CommandLines;

/// <summary>The flags of helmfile 1.8 by command; under the empty name those that every command takes. The command doctor is left out.</summary>
internal static class HelmfileFlags
{
    public static IReadOnlyDictionary<string, string[]> ByCommand { get; } = new Dictionary<string, string>
    {
        [""] = "--allow-failed-releases --allow-no-matching-release --chart --color --debug --disable-force-update --enable-live-output --enforce-plugin-verification --environment --file --helm-binary --help --interactive --kube-context --kubeconfig --kustomize-binary --log-level --namespace --no-color --oci-plain-http --otel-tracing --quiet --repo-retries --selector --sequential-helmfiles --skip-deps --skip-refresh --state-values-file --state-values-set --state-values-set-string --strip-args-values-on-exit-error --version",
        ["apply"] = "--args --cascade --concurrency --context --description --detailed-exitcode --diff-args --enforce-needs-are-installed --helm-stuck-grace --hide-notes --include-needs --include-tests --include-transitive-needs --no-hooks --output --post-renderer --post-renderer-args --reset-values --reuse-values --server-side --set --show-secrets --skip-cleanup --skip-crds --skip-diff-on-install --skip-diff-validation-on-install --skip-needs --skip-schema-validation --strip-trailing-cr --suppress --suppress-diff --suppress-output-line-regex --suppress-secrets --sync-args --sync-release-labels --take-ownership --template-args --timeout --track-fail-on-error --track-failed-logs --track-logs --track-mode --track-timeout --validate --values --wait --wait-for-jobs",
        ["diff"] = "--args --concurrency --context --detailed-exitcode --diff-args --enforce-needs-are-installed --include-needs --include-tests --include-transitive-needs --no-hooks --output --post-renderer --post-renderer-args --reset-values --reuse-values --server-side --set --show-secrets --skip-diff-on-install --skip-diff-validation-on-install --skip-needs --strip-trailing-cr --suppress --suppress-output-line-regex --suppress-secrets --take-ownership --template-args --validate --values",
        ["sync"] = "--args --cascade --concurrency --context --description --detailed-exitcode --diff-args --enforce-needs-are-installed --helm-stuck-grace --hide-notes --include-needs --include-tests --include-transitive-needs --no-hooks --output --post-renderer --post-renderer-args --reset-values --reuse-values --server-side --set --show-secrets --skip-crds --skip-diff-on-install --skip-diff-validation-on-install --skip-needs --skip-schema-validation --strip-trailing-cr --suppress --suppress-diff --suppress-output-line-regex --suppress-secrets --sync-args --sync-release-labels --take-ownership --template-args --timeout --track-fail-on-error --track-failed-logs --track-logs --track-mode --track-timeout --validate --values --wait --wait-for-jobs",
        ["template"] = "--args --concurrency --enforce-needs-are-installed --include-crds --include-needs --include-transitive-needs --kube-version --no-hooks --output-dir --output-dir-template --post-renderer --post-renderer-args --set --show-only --skip-cleanup --skip-needs --skip-schema-validation --skip-tests --template-args --validate --values",
        ["destroy"] = "--args --cascade --concurrency --deleteTimeout --deleteWait --skip-charts",
        ["lint"] = "--args --concurrency --include-needs --include-transitive-needs --set --skip-needs --values",
        ["test"] = "--args --cleanup --concurrency --logs --timeout",
        ["unittest"] = "--args --color --concurrency --debug-plugin --fail-fast --include-needs --include-transitive-needs --set --skip-needs --values",
        ["list"] = "--keep-temp-dir --output --skip-charts",
        ["build"] = "--embed-values",
        ["status"] = "--args --concurrency",
        ["deps"] = "--args --concurrency --skip-repos",
        ["repos"] = "--args",
        ["fetch"] = "--concurrency --output-dir --output-dir-template --write-output",
        ["write-values"] = "--concurrency --output-file-template --set --values",
        ["print-env"] = "--output",
        ["show-dag"] = "",
        ["cache"] = "",
        ["init"] = "--force",
        ["create"] = "--force --output-dir",
        ["version"] = "--output",
    }.ToDictionary(entry => entry.Key, entry => entry.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
