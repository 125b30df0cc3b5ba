using GitOps.Cake.Helmfile;
using GitOps.Cake.Helmfile.Cli.Arguments;


namespace GitOps.Cake.Tests.CommandLines;

/// <summary>Every option of every command with the words that it becomes.</summary>
internal static class CommandLineCases
{
    private static readonly HelmfileScope Scope = new();

    private static readonly ChartValues Values = new() { Files = ["a.yaml", "b c.yaml"], Set = ["image.tag=1.2", "password=a b"] };

    private static readonly NeedsSelection Include = new() { Mode = NeedsMode.Include, EnforceInstalled = true };

    private static readonly NeedsSelection Transitive = new() { Mode = NeedsMode.IncludeTransitive };

    private static readonly NeedsSelection Needed = new() { Mode = NeedsMode.Require };

    private static string[] ValueWords => ["--values", "a.yaml", "--values", "b c.yaml", "--set", "image.tag=***", "--set", "password=***"];

    public static IEnumerable<CommandLineCase> All => [.. Global, .. Diff, .. Apply, .. Sync, .. Destroy, .. Reading, .. Template, .. Tools];

    private static IEnumerable<CommandLineCase> Global =>
    [
        OfScope(Scope),
        OfScope(Scope, "--helm-binary", "/opt/helm"),
        OfScope(Scope with { KustomizeBinary = "kustomize5" }, "--kustomize-binary", "kustomize5"),
        OfScope(Scope with { File = "deploy/helmfile.yaml" }, "--file", "deploy/helmfile.yaml"),
        OfScope(Scope with { Environment = "production" }, "--environment", "production"),
        OfScope(Scope with { Selectors = ["tier=web,name!=cache", "tier=db"] }, "--selector", "tier=web,name!=cache", "--selector", "tier=db"),
        OfScope(Scope with { Namespace = "shop" }, "--namespace", "shop"),
        OfScope(Scope with { Chart = "charts/web" }, "--chart", "charts/web"),
        OfScope(Scope with { KubeConfig = "/k/config" }, "--kubeconfig", "/k/config"),
        OfScope(Scope with { KubeContext = "east" }, "--kube-context", "east"),
        OfScope(Scope with { StateValuesFiles = ["v.yaml"] }, "--state-values-file", "v.yaml"),
        OfScope(Scope with { StateValuesSet = ["a.b=c", "token=t"] }, "--state-values-set", "a.b=***", "--state-values-set", "token=***"),
        OfScope(Scope with { StateValuesSetString = ["build=007"] }, "--state-values-set-string", "build=***"),
        OfScope(Scope with { SkipDeps = true }, "--skip-deps"),
        OfScope(Scope with { SkipRefresh = true }, "--skip-refresh"),
        OfScope(Scope with { DisableForceUpdate = true }, "--disable-force-update"),
        OfScope(Scope with { OciPlainHttp = true }, "--oci-plain-http"),
        OfScope(Scope with { RepoRetries = 3 }, "--repo-retries", "3"),
        OfScope(Scope with { AllowNoMatchingRelease = true }, "--allow-no-matching-release"),
        OfScope(Scope with { SequentialHelmfiles = true }, "--sequential-helmfiles"),
    ];

    private static IEnumerable<CommandLineCase> Diff
    {
        get
        {
            HelmfileDiffSettings none = new() { Scope = Scope };
            yield return Of(none);
            yield return Of(none with { Values = Values }, ValueWords);
            yield return Of(none with { Needs = Include }, "--include-needs", "--enforce-needs-are-installed");
            yield return Of(none with { Needs = Transitive }, "--include-transitive-needs");
            yield return Of(none with { Needs = Needed }, "--skip-needs=false");
            foreach (var (options, words) in DiffOptionWords)
                yield return Of(none with { Diff = options }, words);

            yield return Of(none with { Drift = true }, "--diff-args=--three-way-merge");
            yield return Of(none with { Drift = true, Diff = new() { DiffArgs = ["--normalize-manifests"] } }, "--diff-args=--normalize-manifests --three-way-merge");
            yield return Of(none with { PreviousValues = PreviousValues.Reuse }, "--reuse-values");
            yield return Of(none with { PreviousValues = PreviousValues.Reset }, "--reset-values");
            yield return Of(none with { TakeOwnership = true }, "--take-ownership");
            yield return Of(none with { ServerSide = ServerSideApply.Auto }, "--server-side", "auto");
            yield return Of(none with { PostRenderer = "./sed.sh", PostRendererArgs = ["-e", "x"] }, "--post-renderer", "./sed.sh", "--post-renderer-args=-e", "--post-renderer-args=x");
            yield return Of(none with { Validate = true }, "--validate");
            yield return Of(none with { Args = ["--debug"] }, "--args=--debug");
            yield return Of(none with { Args = ["--set", "password=x"] }, "--args=***");
            yield return Of(none with { TemplateArgs = ["--dry-run=server"] }, "--template-args=--dry-run=server");
            yield return Of(none with { Scope = Scope with { Concurrency = 4 } }, "--concurrency", "4");
        }
    }

    private static IEnumerable<CommandLineCase> Apply
    {
        get
        {
            HelmfileApplySettings none = new() { Scope = Scope };
            yield return Of(none);
            yield return Of(none with { Values = Values }, ValueWords);
            yield return Of(none with { Needs = Include }, "--include-needs", "--enforce-needs-are-installed");
            yield return Of(none with { Needs = Transitive }, "--include-transitive-needs");
            yield return Of(none with { Needs = Needed }, "--skip-needs=false");
            foreach (var (options, words) in DiffOptionWords)
                yield return Of(none with { Diff = options }, words);

            yield return Of(none with { Diff = new() { SuppressDiff = true } }, "--suppress-diff");
            yield return Of(none with { Drift = true }, "--diff-args=--three-way-merge");
            foreach (var (choices, words) in UpgradeWords)
                yield return Of(none with { Upgrade = choices }, words);

            yield return Of(none with { Validate = true }, "--validate");
            yield return Of(none with { Args = ["--debug"] }, "--args=--debug");
            yield return Of(none with { TemplateArgs = ["--dry-run=server"] }, "--template-args=--dry-run=server");
            yield return Of(none with { Scope = Scope with { Concurrency = 4 } }, "--concurrency", "4");
        }
    }

    private static IEnumerable<CommandLineCase> Sync
    {
        get
        {
            HelmfileSyncSettings none = new() { Scope = Scope };
            yield return Of(none);
            yield return Of(none with { Values = Values }, ValueWords);
            yield return Of(none with { Needs = Include }, "--include-needs", "--enforce-needs-are-installed");
            yield return Of(none with { Needs = Transitive }, "--include-transitive-needs");
            yield return Of(none with { Needs = Needed }, "--skip-needs=false");
            foreach (var (choices, words) in UpgradeWords)
                yield return Of(none with { Upgrade = choices }, words);

            yield return Of(none with { Validate = true }, "--validate");
            yield return Of(none with { Args = ["--debug"] }, "--args=--debug");
            yield return Of(none with { TemplateArgs = ["--dry-run=server"] }, "--template-args=--dry-run=server");
            yield return Of(none with { Scope = Scope with { Concurrency = 4 } }, "--concurrency", "4");
        }
    }

    private static IEnumerable<CommandLineCase> Destroy
    {
        get
        {
            HelmfileDestroySettings none = new() { Scope = Scope };
            yield return new("destroy", [.. ChangeLines.Of(none)], ["destroy"]);
            yield return new("destroy", [.. ChangeLines.Of(none with { Cascade = DeletionCascade.Foreground })], ["destroy", "--cascade", "foreground"]);
            yield return new("destroy", [.. ChangeLines.Of(none with { SkipCharts = true })], ["destroy", "--skip-charts"]);
            yield return new("destroy", [.. ChangeLines.Of(none with { Args = ["--debug"] })], ["destroy", "--args=--debug"]);
            yield return new("destroy", [.. ChangeLines.Of(none with { Scope = Scope with { Concurrency = 2 } })], ["destroy", "--concurrency", "2"]);
        }
    }

    private static IEnumerable<CommandLineCase> Reading
    {
        get
        {
            var four = Scope with { Concurrency = 4 };
            yield return new("list", [.. ReadLines.Of(new HelmfileListSettings { Scope = Scope })], ["list", "--output", "json"]);
            yield return new("list", [.. ReadLines.Of(new HelmfileListSettings { Scope = Scope, SkipCharts = true })], ["list", "--skip-charts", "--output", "json"]);
            yield return new("build", [.. ReadLines.Of(new HelmfileBuildSettings { Scope = Scope })], ["build"]);
            yield return new("build", [.. ReadLines.Of(new HelmfileBuildSettings { Scope = Scope, EmbedValues = true })], ["build", "--embed-values"]);
            yield return new("print-env", [.. ReadLines.Of(new HelmfilePrintEnvSettings { Scope = Scope })], ["print-env", "--output", "json"]);
            yield return new("show-dag", [.. ReadLines.Of(new HelmfileShowDagSettings { Scope = Scope })], ["show-dag"]);
            HelmfileWriteValuesSettings write = new() { Scope = four };
            yield return new("write-values", [.. ReadLines.Of(write with { Values = Values })], ["write-values", .. ValueWords, "--concurrency", "4"]);
            yield return new("write-values", [.. ReadLines.Of(write with { OutputFileTemplate = "{{ .Release.Name }}" })], ["write-values", "--output-file-template", "{{ .Release.Name }}", "--concurrency", "4"]);
            HelmfileLintSettings lint = new() { Scope = four };
            yield return new("lint", [.. ReadLines.Of(lint with { Values = Values, Args = ["--strict"] })], ["lint", .. ValueWords, "--args=--strict", "--concurrency", "4"]);
            yield return new("lint", [.. ReadLines.Of(lint with { Needs = Transitive })], ["lint", "--include-transitive-needs", "--concurrency", "4"]);
            yield return new("lint", [.. ReadLines.Of(lint with { Needs = new() { Mode = NeedsMode.Include } })], ["lint", "--include-needs", "--concurrency", "4"]);
            yield return new("lint", [.. ReadLines.Of(lint with { Needs = Needed })], ["lint", "--skip-needs=false", "--concurrency", "4"]);
            HelmfileUnitTestSettings unit = new() { Scope = four };
            yield return new("unittest", [.. ReadLines.Of(unit with { Values = Values, Args = ["-v"] })], ["unittest", .. ValueWords, "--args=-v", "--concurrency", "4"]);
            yield return new("unittest", [.. ReadLines.Of(unit with { Needs = Transitive, FailFast = true })], ["unittest", "--include-transitive-needs", "--fail-fast", "--concurrency", "4"]);
            yield return new("unittest", [.. ReadLines.Of(unit with { Needs = new() { Mode = NeedsMode.Include }, DebugPlugin = true })], ["unittest", "--include-needs", "--debug-plugin", "--concurrency", "4"]);
            yield return new("unittest", [.. ReadLines.Of(unit with { Needs = Needed })], ["unittest", "--skip-needs=false", "--concurrency", "4"]);
        }
    }

    private static IEnumerable<CommandLineCase> Template
    {
        get
        {
            HelmfileTemplateSettings none = new() { Scope = Scope };
            yield return Of(none);
            yield return Of(none with { Values = Values }, ValueWords);
            yield return Of(none with { Needs = Include }, "--include-needs", "--enforce-needs-are-installed");
            yield return Of(none with { Needs = Transitive }, "--include-transitive-needs");
            yield return Of(none with { Needs = Needed }, "--skip-needs=false");
            yield return Of(none with { OutputDir = "out", OutputDirTemplate = "{{ .OutputDir }}/x" }, "--output-dir", "out", "--output-dir-template", "{{ .OutputDir }}/x");
            yield return Of(none with { Validate = true }, "--validate");
            yield return Of(none with { IncludeCrds = true }, "--include-crds");
            yield return Of(none with { SkipTests = true }, "--skip-tests");
            yield return Of(none with { NoHooks = true }, "--no-hooks");
            yield return Of(none with { SkipSchemaValidation = true }, "--skip-schema-validation");
            yield return Of(none with { KubeVersion = "1.31.0" }, "--kube-version", "1.31.0");
            yield return Of(none with { ShowOnly = ["templates/a.yaml", "templates/b.yaml"] }, "--show-only", "templates/a.yaml", "--show-only", "templates/b.yaml");
            yield return Of(none with { PostRenderer = "sed", PostRendererArgs = ["-n"] }, "--post-renderer", "sed", "--post-renderer-args=-n");
            yield return Of(none with { Args = ["--debug"], TemplateArgs = ["--dry-run=server"] }, "--args=--debug", "--template-args=--dry-run=server");
            yield return Of(none with { Scope = Scope with { Concurrency = 4 } }, "--concurrency", "4");
        }
    }

    private static IEnumerable<CommandLineCase> Tools
    {
        get
        {
            var four = Scope with { Concurrency = 4 };
            yield return new("repos", [.. ToolLines.Of(new HelmfileReposSettings { Scope = four, Args = ["--debug"] })], ["repos", "--args=--debug"]);
            yield return new("deps", [.. ToolLines.Of(new HelmfileDepsSettings { Scope = four, SkipRepos = true, Args = ["--debug"] })], ["deps", "--skip-repos", "--args=--debug", "--concurrency", "4"]);
            yield return new(
                "fetch",
                [.. ToolLines.Of(new HelmfileFetchSettings { Scope = four, OutputDir = "out", OutputDirTemplate = "{{ .OutputDir }}", WriteOutput = true })],
                ["fetch", "--output-dir", "out", "--output-dir-template", "{{ .OutputDir }}", "--write-output", "--concurrency", "4"]);
            yield return new("status", [.. ToolLines.Of(new HelmfileStatusSettings { Scope = four, Args = ["--debug"] })], ["status", "--args=--debug", "--concurrency", "4"]);
            yield return new(
                "test",
                [.. ToolLines.Of(new HelmfileTestSettings { Scope = four, Logs = true, TestTimeout = TimeSpan.FromSeconds(90), Args = ["--debug"] })],
                ["test", "--logs", "--timeout", "90", "--args=--debug", "--concurrency", "4"]);
            yield return new("cache", [.. ToolLines.Of(new HelmfileCacheSettings())], ["cache", "info"]);
            yield return new("cache", [.. ToolLines.Of(new HelmfileCacheSettings { Cleanup = true })], ["cache", "cleanup"]);
            yield return new("init", [.. ToolLines.Of(new HelmfileInitSettings { Force = true })], ["init", "--force"]);
            yield return new("init", [.. ToolLines.Of(new HelmfileInitSettings { Force = false, EnforcePluginVerification = true })], ["--enforce-plugin-verification", "init"]);
            yield return new("create", [.. ToolLines.Of(new HelmfileCreateSettings { OutputDir = "new", Force = true })], ["create", "--output-dir", "new", "--force"]);
        }
    }

    private static IEnumerable<(DiffOptions Options, string[] Words)> DiffOptionWords =>
    [
        (new() { SuppressKinds = ["Secret", "ConfigMap"] }, ["--suppress", "Secret", "--suppress", "ConfigMap"]),
        (new() { SuppressSecrets = true }, ["--suppress-secrets"]),
        (new() { SuppressOutputLineRegex = ["build:", "a b"] }, ["--suppress-output-line-regex", "build:", "--suppress-output-line-regex", "a b"]),
        (new() { IncludeTests = true }, ["--include-tests"]),
        (new() { NoHooks = true }, ["--no-hooks"]),
        (new() { SkipDiffOnInstall = true }, ["--skip-diff-on-install"]),
        (new() { SkipDiffValidationOnInstall = true }, ["--skip-diff-validation-on-install"]),
        (new() { StripTrailingCr = true }, ["--strip-trailing-cr"]),
        (new() { DiffArgs = ["--normalize-manifests"] }, ["--diff-args=--normalize-manifests"]),
        (new() { Context = 3 }, []),
    ];

    private static IEnumerable<(UpgradeChoices Choices, string[] Words)> UpgradeWords =>
    [
        (new() { Wait = true }, ["--wait"]),
        (new() { WaitForJobs = true }, ["--wait-for-jobs"]),
        (new() { UpgradeTimeout = TimeSpan.FromMinutes(10) }, ["--timeout", "600"]),
        (new() { PreviousValues = PreviousValues.Reuse }, ["--reuse-values"]),
        (new() { PreviousValues = PreviousValues.Reset }, ["--reset-values"]),
        (new() { SkipCrds = true }, ["--skip-crds"]),
        (new() { SkipSchemaValidation = true }, ["--skip-schema-validation"]),
        (new() { HideNotes = true }, ["--hide-notes"]),
        (new() { TakeOwnership = true }, ["--take-ownership"]),
        (new() { ServerSide = ServerSideApply.Enabled }, ["--server-side", "true"]),
        (new() { ServerSide = ServerSideApply.Disabled }, ["--server-side", "false"]),
        (new() { SyncReleaseLabels = true }, ["--sync-release-labels"]),
        (new() { Cascade = DeletionCascade.Orphan }, ["--cascade", "orphan"]),
        (new() { Description = "build 7" }, ["--description", "build 7"]),
        (new() { PostRenderer = "sed", PostRendererArgs = ["-n"] }, ["--post-renderer", "sed", "--post-renderer-args=-n"]),
        (new() { SyncArgs = ["--force-conflicts", "--history-max=3"] }, ["--sync-args=--force-conflicts --history-max=3"]),
        (new() { Track = new() { Mode = TrackMode.HelmLegacy } }, ["--track-mode", "helm-legacy"]),
        (
            new() { Track = new() { Mode = TrackMode.Kubedog, Timeout = TimeSpan.FromMinutes(2), Logs = true, FailedLogs = true, HelmStuckGrace = TimeSpan.FromSeconds(20), FailOnError = true } },
            ["--track-mode", "kubedog", "--track-timeout", "120", "--track-logs", "--track-failed-logs", "--helm-stuck-grace", "20", "--track-fail-on-error"]),
    ];

    private static CommandLineCase OfScope(HelmfileScope scope, params string[] words) =>
        new("", [.. GlobalLine.Of(scope, words is ["--helm-binary", var helm] ? helm : null)], ["--no-color", .. words]);

    private static CommandLineCase Of(HelmfileDiffSettings settings, params string[] words) =>
        new("diff", [.. ChangeLines.Of(settings)], ["diff", "--detailed-exitcode", .. words]);

    private static CommandLineCase Of(HelmfileApplySettings settings, params string[] words) =>
        new("apply", [.. ChangeLines.Of(settings)], ["apply", "--detailed-exitcode", .. words]);

    private static CommandLineCase Of(HelmfileSyncSettings settings, params string[] words) =>
        new("sync", [.. ChangeLines.Of(settings)], ["sync", .. words]);

    private static CommandLineCase Of(HelmfileTemplateSettings settings, params string[] words) =>
        new("template", [.. ReadLines.Of(settings)], ["template", .. words]);
}
