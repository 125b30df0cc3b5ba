using System.Diagnostics;
using GitOps.Cake.Testing;

namespace GitOps.Cake.EndToEnd.Deploying;

/// <summary>A small helmfile project in a temporary folder, with a namespace of its own on the shared cluster.</summary>
internal sealed class Project : IDisposable
{
    private static int _count;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("project-");
    private readonly LocalControlPlane _cluster;
    private readonly int _helm;

    public Project(LocalControlPlane cluster, int helm = 4)
    {
        (_cluster, _helm) = (cluster, helm);
        Namespace = $"test-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}";
        Write("chart/Chart.yaml", "apiVersion: v2\nname: settings\nversion: 1.0.0\n");
        Write("chart/templates/config.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\ndata:\n  mode: {{ .Values.mode | default \"plain\" | quote }}\n");
    }

    public string Namespace { get; }

    public string Folder => _folder.FullName;

    public string TempFolder => Directory.CreateDirectory(Path.Combine(Folder, "tmp")).FullName;

    public Project Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    /// <summary>Writes the state file; <c>NS</c> stands for the project's namespace.</summary>
    public Project Releases(string yaml) => Write("helmfile.yaml", yaml.Replace("NS", Namespace, StringComparison.Ordinal));

    public string[] Arguments(string target, params string[] more) =>
    [
        $"--target={target}", $"--file={Path.Combine(Folder, "helmfile.yaml")}", $"--kubeconfig={_cluster.KubeConfigPath}",
        $"--context={_cluster.Context}", $"--helm={RealTools.Helm(_helm)}", .. more,
    ];

    public Task<ProgramRun> DiffAsync(params string[] more) => BuildProgram.RunAsync(Arguments("HelmfileDiff", more), ("TMPDIR", TempFolder));

    public Task<ProgramRun> ApplyAsync(params string[] more) => BuildProgram.RunAsync(Arguments("HelmfileApply", more), ("TMPDIR", TempFolder));

    public async Task<string> HelmAsync(params string[] arguments)
    {
        using var helm = StartHelm(arguments);
        var output = await helm.StandardOutput.ReadToEndAsync();
        await helm.WaitForExitAsync();
        return helm.ExitCode == 0 ? output : throw new InvalidOperationException($"helm {string.Join(' ', arguments)} ended with {helm.ExitCode}.");
    }

    public Process StartHelm(params string[] arguments) => Process.Start(
        new ProcessStartInfo(RealTools.Helm(_helm), [.. arguments, "--kubeconfig", _cluster.KubeConfigPath]) { RedirectStandardOutput = true })!;

    public void Dispose() => _folder.Delete(recursive: true);
}
