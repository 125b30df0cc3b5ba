using System.Collections.Immutable;
using GitOps.Cake.Cluster;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helm;

/// <summary>What the command lines of several helm verbs have in common.</summary>
internal static class HelmCommand
{
    private const string KubeConfigVariable = "KUBECONFIG";

    /// <summary>How much a program of Go's lets its memory grow before it tidies up, in percent; 100 unless it is set.</summary>
    private const string TidyingVariable = "GOGC";

    /// <summary>Variables by which helm would talk to another cluster or namespace than the one that was read and planned for.</summary>
    private static readonly ImmutableDictionary<string, Argument?> OwnEnvironment = ImmutableDictionary.CreateRange(
        new[]
        {
            "HELM_NAMESPACE", "HELM_KUBECONTEXT", "HELM_KUBEAPISERVER", "HELM_KUBETOKEN", "HELM_KUBECAFILE", "HELM_KUBEASUSER",
            "HELM_KUBEASGROUPS", "HELM_KUBEINSECURE_SKIP_TLS_VERIFY", "HELM_KUBETLS_SERVER_NAME",
        }.Select(name => KeyValuePair.Create(name, (Argument?)null)));

    /// <summary>A command that talks to a cluster.</summary>
    public static ToolCommand ToCluster(
        HelmProgram helm, ClusterAccess cluster, ReleaseId release, IEnumerable<Argument> arguments) =>
        new(helm.Path,
        [
            .. Args.Option("--kubeconfig", cluster.KubeConfig is { } file ? Path.GetFullPath(file) : null),
            .. Args.Option("--kube-context", release.KubeContext ?? cluster.KubeContext),
            .. arguments,
        ])
        {
            Environment = OwnEnvironment,
        };

    /// <summary>A command that must not reach any cluster, whatever the user's environment says.</summary>
    public static ToolCommand WithoutCluster(HelmProgram helm, IEnumerable<Argument> arguments) => Brief(new(helm.Path, [.. arguments])
    {
        Environment = OwnEnvironment.SetItem(KubeConfigVariable, OperatingSystem.IsWindows() ? "NUL" : "/dev/null"),
    });

    /// <summary>
    /// The command of a helm that ends soon: it does not tidy up its memory for nothing. That is a fifth of the processor's time of a small chart, for some
    /// MiB, and of one with 4 MiB of templates 167 MiB instead of 108. What the user's environment says goes before that.
    /// </summary>
    public static ToolCommand Brief(ToolCommand command) => Environment.GetEnvironmentVariable(TidyingVariable) is { Length: > 0 }
        ? command
        : command with { Environment = command.Environment.SetItem(TidyingVariable, "400") };

    public static IEnumerable<Argument> Namespace(ReleaseId release) => Args.Option("--namespace", release.Namespace);

    public static IEnumerable<Argument> Values(ChartInvocation chart) =>
    [
        .. Args.Each("--values", chart.ValuesFiles.Select(ListItem)),
        .. Sets(chart, SetKind.Typed, "--set"),
        .. Sets(chart, SetKind.File, "--set-file"),
        .. Sets(chart, SetKind.Text, "--set-string"),
    ];

    public static IEnumerable<Argument> PostRenderer(HelmProgram helm, ChartInvocation chart) =>
        Args.Option("--post-renderer", helm.IsHelm4 ? PluginName(chart.PostRenderer) : chart.PostRenderer);

    /// <summary>The command in the folder of the post-renderer, which starts in helm's own; what names the cluster stays where it is.</summary>
    public static ToolCommand InFolderOf(ToolCommand command, ChartInvocation chart)
    {
        if (chart is not { PostRenderer: not null, PostRendererFolder: { } folder })
            return command;

        return command.Environment.ContainsKey(KubeConfigVariable) || Environment.GetEnvironmentVariable(KubeConfigVariable) is not { Length: > 0 } files
            ? command with { WorkingDirectory = folder }
            : command with { WorkingDirectory = folder, Environment = command.Environment.SetItem(KubeConfigVariable, Absolute(files)) };
    }

    private static string Absolute(string files) =>
        string.Join(Path.PathSeparator, files.Split(Path.PathSeparator).Select(file => file.Length == 0 ? file : Path.GetFullPath(file)));

    // Helm 4 takes plugins alone. As with helmfile, a script stands for the plugin of its name, so that one state file serves both.
    private static string? PluginName(string? postRenderer) => Path.GetExtension(postRenderer) is ".sh" or ".bash"
        ? Path.GetFileNameWithoutExtension(postRenderer)
        : postRenderer;

    public static IEnumerable<Argument> PostRendererArguments(ChartInvocation chart) =>
        chart.PostRendererArguments.Select(argument => new Argument($"--post-renderer-args={argument}"));

    /// <summary>A release as a person names it on helm's command line.</summary>
    public static string InWords(ReleaseId release) => release.Namespace.Length > 0 ? $"{release.Name} --namespace {release.Namespace}" : release.Name;

    /// <summary>Whole seconds, as helmfile gives them.</summary>
    public static string? Seconds(TimeSpan? time) =>
        time is { } span ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(long)span.TotalSeconds}s") : null;

    private static IEnumerable<Argument> Sets(ChartInvocation chart, SetKind kind, string flag)
    {
        foreach (var set in chart.Sets)
        {
            if (set.Kind == kind)
            {
                yield return flag;
                yield return kind is SetKind.File ? $"{set.Name}={set.Value}" : new Argument($"{set.Name}=", new Secret(set.Value));
            }
        }
    }

    /// <summary>Helm reads a list of paths as comma-separated values; a path with a comma has to be quoted.</summary>
    private static string ListItem(string path) =>
        path.AsSpan().IndexOfAny(',', '"') < 0 ? path : $"\"{path.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
