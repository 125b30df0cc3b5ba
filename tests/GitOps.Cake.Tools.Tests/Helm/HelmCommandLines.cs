using System.Collections.Immutable;
using GitOps.Cake.Cluster;
using GitOps.Cake.Helm;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Helm;

public sealed class HelmCommandLines
{
    private static readonly HelmProgram Helm3 = new("helm", new(3, 17, 2));
    private static readonly HelmProgram Helm4 = new("helm", new(4, 1, 4));
    private static readonly ClusterAccess Cluster = new("/kube/config", "staging");

    private static readonly ChartInvocation Chart = new()
    {
        Release = new("web", "shop"),
        ChartPath = "charts/web",
        ValuesFiles = ["a.yaml", "b,c.yaml"],
        Sets =
        [
            new(SetKind.Text, "tag", "1.2"), new(SetKind.Typed, "replicas", "2"), new(SetKind.File, "motd", "motd.txt"),
        ],
    };

    private static readonly UpgradeOptions Everything = new()
    {
        Timeout = TimeSpan.FromMinutes(2),
        Wait = true,
        WaitForJobs = true,
        RollbackOnFailure = true,
        CleanupOnFail = true,
        Force = true,
        TakeOwnership = true,
        SkipCrds = true,
        DisableOpenApiValidation = true,
        HistoryMax = 3,
        Description = "by hand",
        Labels = new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" }.ToImmutableSortedDictionary(),
        SyncArguments = ["--burst-limit", "5"],
    };

    private static readonly ChartInvocation FullChart = Chart with
    {
        Devel = true,
        EnableDns = true,
        SkipSchemaValidation = true,
        PostRenderer = "kustomize",
        PostRendererArguments = ["-x"],
        ExtraArguments = ["--debug", "--set", "secret=canary"],
    };

    [Fact]
    public void A_rendering_goes_without_the_words_that_only_an_upgrade_knows() => Shown(HelmTemplate.ToCommand(Helm3, Cluster, new()
    {
        Chart = Chart with { ExtraArguments = ["--history-max", "3", "--set=a=b", "--history-max=4", "--cleanup-on-fail", "--install=true", "-o", "json", "--reuse-values"] },
    })).ShouldEndWith("--set-string tag=*** --set=a=*** --reuse-values");

    [Fact]
    public void A_plain_upgrade() => Shown(HelmUpgrade.ToCommand(Helm3, Cluster, new() { Chart = Chart, Options = new() })).ShouldBe(
        "helm --kubeconfig /kube/config --kube-context staging upgrade --install web charts/web --create-namespace --namespace shop "
        + "--values a.yaml --values '\"b,c.yaml\"' --set replicas=*** --set-file motd=motd.txt --set-string tag=*** "
        + "--reset-values --history-max 10");

    [Theory]
    [InlineData(3, "--force --atomic")]
    [InlineData(4, "--force-replace --rollback-on-failure")]
    public void An_upgrade_with_every_option(int major, string flags) => Shown(HelmUpgrade.ToCommand(
        major == 3 ? Helm3 : Helm4, new(), new() { Chart = FullChart, Options = Everything })).ShouldBe(
        $"helm upgrade --install web charts/web --devel --enable-dns --wait --wait-for-jobs --timeout 120s {flags} --cleanup-on-fail "
        + "--create-namespace --disable-openapi-validation --labels a=1,b=2 --post-renderer kustomize --description 'by hand' "
        + "--post-renderer-args=-x --skip-schema-validation --take-ownership --burst-limit 5 --namespace shop "
        + "--values a.yaml --values '\"b,c.yaml\"' --set replicas=*** --set-file motd=motd.txt --set-string tag=*** "
        + "--skip-crds --reset-values --history-max 3 --debug --set secret=***");

    [Theory]
    [InlineData(3, "/scripts/add-labels.sh", "/scripts/add-labels.sh")]
    [InlineData(4, "/scripts/add-labels.sh", "add-labels")]
    [InlineData(4, "add-labels.bash", "add-labels")]
    [InlineData(4, "add-labels", "add-labels")]
    public void A_script_stands_for_the_plugin_of_its_name_with_helm_4(int major, string written, string handed)
    {
        var chart = Chart with { PostRenderer = written, PostRendererFolder = "/deploy" };
        var helm = major == 3 ? Helm3 : Helm4;

        ToolCommand[] commands = [HelmTemplate.ToCommand(helm, new(), new() { Chart = chart }), HelmUpgrade.ToCommand(helm, new(), new() { Chart = chart, Options = new() })];

        foreach (var command in commands)
        {
            Shown(command).ShouldContain($" --post-renderer {handed} ");
            command.WorkingDirectory.ShouldBe("/deploy");
        }
    }

    [Fact]
    public void Helm_4_alone_knows_server_side_apply()
    {
        var request = new UpgradeRequest { Chart = Chart, Options = new() { ServerSide = "true", ForceConflicts = true, ReuseValues = true } };

        Shown(HelmUpgrade.ToCommand(Helm4, new(), request)).ShouldContain(" --force-conflicts --create-namespace --server-side true ");
        Should.Throw<GitOpsException>(() => HelmUpgrade.ToCommand(Helm3, new(), request)).Message
            .ShouldBe("The release shop/web asks for forceConflicts, which helm 3.17.2 does not know." + Environment.NewLine
                + "Use helm 4, or take the option out of the release.");
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Helm_3_alone_recreates_pods(int major, bool recreates) => Shown(HelmUpgrade.ToCommand(
        major == 3 ? Helm3 : Helm4, new(), new() { Chart = Chart, Options = new() { RecreatePods = true } })).Contains(" --recreate-pods ", StringComparison.Ordinal).ShouldBe(recreates);

    [Theory]
    [InlineData(3, 15, "--wait")]
    [InlineData(3, 16, "--wait --hide-notes")]
    [InlineData(3, 17, "--wait --hide-notes --take-ownership")]
    [InlineData(4, 1, "--wait=legacy --hide-notes --take-ownership")]
    public void An_upgrade_asks_for_no_more_than_its_helm_knows(int major, int minor, string flags)
    {
        var request = new UpgradeRequest { Chart = Chart, Options = new() { Wait = true, LegacyWait = true, HideNotes = true, TakeOwnership = true, CreateNamespace = false } };

        Shown(HelmUpgrade.ToCommand(new("helm", new(major, minor, 0)), new(), request)).ShouldContain($"charts/web {flags} --namespace");
    }

    [Fact]
    public void The_context_of_a_release_wins() => Shown(HelmUninstall.ToCommand(
        Helm4, Cluster, new() { Release = new("web", "shop", "production"), Wait = true, Timeout = TimeSpan.FromSeconds(90), Cascade = "foreground" }))
        .ShouldBe("helm --kubeconfig /kube/config --kube-context production uninstall web --namespace shop --wait --timeout 90s --cascade foreground");

    [Fact]
    public void Rendering_without_the_server_names_no_cluster()
    {
        var command = HelmTemplate.ToCommand(Helm3, Cluster, new()
        {
            Chart = Chart,
            IsUpgrade = true,
            KubeVersion = "v1.33.1",
            ApiVersions = ["v1", "apps/v1", "apps/v1/Deployment"],
            TemplateArguments = ["--include-crds"],
            NoHooks = true,
        });

        Shown(command).ShouldBe(
            "helm template web charts/web --is-upgrade --no-hooks '--api-versions=...(3)' --kube-version v1.33.1 --include-crds --namespace shop "
            + "--values a.yaml --values '\"b,c.yaml\"' --set replicas=*** --set-file motd=motd.txt --set-string tag=***");
        command.Arguments.Count(argument => argument.Reveal().StartsWith("--api-versions=", StringComparison.Ordinal)).ShouldBe(3);
        command.Environment["KUBECONFIG"]!.ToString().ShouldBe("/dev/null");
    }

    [Theory]
    [InlineData(3, " --validate --dry-run=server ")]
    [InlineData(4, " web charts/web --dry-run=server ")]
    public void Rendering_with_the_server_asks_it_everything(int major, string flags)
    {
        var command = HelmTemplate.ToCommand(major == 3 ? Helm3 : Helm4, Cluster, new() { Chart = Chart, WithServer = true });

        Shown(command).ShouldStartWith("helm --kubeconfig /kube/config --kube-context staging template web charts/web ");
        Shown(command).ShouldContain(flags);
        command.Environment.ShouldNotContainKey("KUBECONFIG");
    }

    [Fact]
    public void Variables_that_lead_helm_elsewhere_are_taken_away() =>
        HelmUpgrade.ToCommand(Helm3, Cluster, new() { Chart = Chart, Options = new() }).Environment
            .ShouldContain(new KeyValuePair<string, Argument?>("HELM_KUBECONTEXT", null));

    [Fact]
    public void A_rendering_puts_off_tidying_its_memory_unless_the_user_says_how_that_is_done()
    {
        var before = Environment.GetEnvironmentVariable("GOGC");
        try
        {
            Environment.SetEnvironmentVariable("GOGC", null);
            foreach (var withServer in (bool[])[false, true])
                HelmTemplate.ToCommand(Helm4, Cluster, new() { Chart = Chart, WithServer = withServer }).Environment["GOGC"]!.ToString().ShouldBe("400");

            HelmUpgrade.ToCommand(Helm4, Cluster, new() { Chart = Chart, Options = new() }).Environment.ShouldNotContainKey("GOGC");

            Environment.SetEnvironmentVariable("GOGC", "50");
            HelmTemplate.ToCommand(Helm4, Cluster, new() { Chart = Chart }).Environment.ShouldNotContainKey("GOGC");
        }
        finally
        {
            Environment.SetEnvironmentVariable("GOGC", before);
        }
    }

    [Theory]
    [InlineData("v3.17.2+gcc0bbbd\n", "3.17.2")]
    [InlineData("v4.1.4+g05fa379", "4.1.4")]
    [InlineData("v3.20.0-rc.1", "3.20.0")]
    [InlineData("WARNING: Kubernetes configuration file is group-readable.\nv3.14.0+g3fc9f4b", "3.14.0")]
    [InlineData("not helm", "")]
    public void A_version_is_read_from_what_helm_says(string text, string version) =>
        (HelmVersion.Parse(text)?.ToString() ?? "").ShouldBe(version);

    private static string Shown(ToolCommand command) => command.ToString();
}
