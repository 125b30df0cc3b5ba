using System.Diagnostics;
using GitOps.Cake.Testing;

namespace GitOps.Cake.EndToEnd.Deploying;

/// <summary>A small helmfile project in a temporary folder, with a namespace of its own on the shared cluster.</summary>
internal sealed class Project : IDisposable
{
    private static int Count;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("project-");
    private readonly LocalControlPlane _cluster;
    private readonly int _helm;

    public Project(LocalControlPlane cluster, int helm = 4)
    {
        (_cluster, _helm) = (cluster, helm);
        foreach (var home in new[] { "HELM_CONFIG_HOME", "HELM_CACHE_HOME", "HELM_DATA_HOME", "HELMFILE_CACHE_HOME" })
            Variables.Add((home, Path.Combine(Folder, "homes", home)));
        Variables.Add(("TMPDIR", TempFolder));
        Variables.Add(("KUBECTL_BIN", RealTools.Kubectl));
        Namespace = $"test-{Environment.ProcessId}-{Interlocked.Increment(ref Count)}";
        Write("chart/Chart.yaml", "apiVersion: v2\nname: settings\nversion: 1.0.0\n");
        Write("chart/templates/config.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\ndata:\n  mode: {{ .Values.mode | default \"plain\" | quote }}\n");
    }

    public string Namespace { get; }

    public string Folder => _folder.FullName;

    /// <summary>Variables of the runs: homes of helm and helmfile of its own, and what a test adds.</summary>
    public List<(string Name, string? Value)> Variables { get; } = [];

    public string TempFolder => Directory.CreateDirectory(Path.Combine(Folder, "tmp")).FullName;

    public Project Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    /// <summary>Writes a script that can be started.</summary>
    public Project Script(string path, string text)
    {
        Write(path, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(Folder, path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        return this;
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    /// <summary>Writes the state file; <c>NS</c> stands for the project's namespace.</summary>
    public Project Releases(string yaml) => Write("helmfile.yaml", yaml.Replace("NS", Namespace, StringComparison.Ordinal));

    public string[] Arguments(string target, params string[] more) =>
    [
        $"--target={target}", $"--file={Path.Combine(Folder, "helmfile.yaml")}", $"--kubeconfig={_cluster.KubeConfigPath}",
        $"--context={_cluster.Context}", $"--helm={RealTools.Helm(_helm)}", .. more,
    ];

    public Task<ProgramRun> DiffAsync(params string[] more) => RunAsync("HelmfileDiff", more);

    public Task<ProgramRun> ApplyAsync(params string[] more) => RunAsync("HelmfileApply", more);

    public Task<ProgramRun> RunAsync(string target, params string[] more) => BuildProgram.RunAsync(Arguments(target, more), [.. Variables]);

    /// <summary>Runs a target with another state file than the project's usual one.</summary>
    public Task<ProgramRun> RunWithAsync(string target, params string[] arguments) => BuildProgram.RunAsync(
        [.. Arguments(target).Where(argument => !argument.StartsWith("--file=", StringComparison.Ordinal)), .. arguments], [.. Variables]);

    /// <summary>The manifest of the last revision of a release.</summary>
    public Task<string> ManifestAsync(string release) => HelmAsync("get", "manifest", release, "--namespace", Namespace);

    /// <summary>Changes or reads the cluster as a person does.</summary>
    public async Task<string> KubectlAsync(params string[] arguments)
    {
        using var kubectl = Process.Start(
            new ProcessStartInfo(RealTools.Kubectl, [.. arguments, "--namespace", Namespace, "--kubeconfig", _cluster.KubeConfigPath]) { RedirectStandardOutput = true })!;
        var output = await kubectl.StandardOutput.ReadToEndAsync();
        await kubectl.WaitForExitAsync();
        return kubectl.ExitCode == 0 ? output : throw new InvalidOperationException($"kubectl {string.Join(' ', arguments)} ended with {kubectl.ExitCode}.");
    }

    public async Task<string> HelmAsync(params string[] arguments)
    {
        using var helm = StartHelm(arguments);
        var output = await helm.StandardOutput.ReadToEndAsync();
        await helm.WaitForExitAsync();
        return helm.ExitCode == 0 ? output : throw new InvalidOperationException($"helm {string.Join(' ', arguments)} ended with {helm.ExitCode}.");
    }

    public Process StartHelm(params string[] arguments)
    {
        var start = new ProcessStartInfo(RealTools.Helm(_helm), [.. arguments, "--kubeconfig", _cluster.KubeConfigPath]) { RedirectStandardOutput = true, WorkingDirectory = Folder };
        foreach (var (name, value) in Variables.Where(variable => variable.Name.StartsWith("HELM_", StringComparison.Ordinal)))
            start.Environment[name] = value;

        return Process.Start(start)!;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
