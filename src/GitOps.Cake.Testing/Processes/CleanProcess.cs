using System.Diagnostics;

namespace GitOps.Cake.Testing.Processes;

/// <summary>
/// Starts programs with an environment of its own: <c>ETCD_*</c> variables would configure etcd, proxies would be asked for
/// webhooks, and tokens of the caller are nothing for a process that may outlive it.
/// </summary>
internal static class CleanProcess
{
    private static readonly string[] Kept = ["HOME", "TMPDIR", "TZ", "SSL_CERT_FILE", "SSL_CERT_DIR"];

    public static ProcessStartInfo Start(string program, IEnumerable<string> arguments, string workingFolder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = workingFolder, UseShellExecute = false };
        var kept = Kept.Select(name => (Name: name, Value: Environment.GetEnvironmentVariable(name))).ToArray();
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH") is { Length: > 0 } path ? path : "/usr/bin:/bin";
        foreach (var (name, value) in kept.Where(pair => pair.Value is not null))
            start.Environment[name] = value;
        return start;
    }

    /// <summary>
    /// A script for /bin/sh; paths go in as positional parameters, never as text of the script. In a session of its own it
    /// hears neither the terminal's Ctrl-C nor a kill of its owner's process group. <c>setsid</c> is part of every Linux
    /// (util-linux or busybox) and leaves the process id as it is; macOS has none, and there the scripts ignore what they can.
    /// </summary>
    public static ProcessStartInfo StartScript(string script, IEnumerable<string> parameters, string workingFolder)
    {
        string[] shell = ["/bin/sh", "-c", script, "sh", .. parameters];
        return FindSetsid() is { } setsid ? Start(setsid, shell, workingFolder) : Start(shell[0], shell[1..], workingFolder);
    }

    private static string? FindSetsid() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append("/usr/bin")
            .Select(folder => Path.Combine(folder, "setsid"))
            .FirstOrDefault(File.Exists);
}
