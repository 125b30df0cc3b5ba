using System.Text;
using GitOps.Cake.Testing.Processes;

namespace GitOps.Cake.Testing.Starting;

/// <summary>Tells why a part of the control plane did not start.</summary>
internal static class ComponentFailure
{
    private const int ShownLines = 20;
    private const int ReadBytes = 64 * 1024;

    public static LocalControlPlaneException Ended(ComponentCommand command, int status) =>
        Create(command, $"{command.Name} ended with status {status} before the control plane was ready.");

    public static LocalControlPlaneException NotReady(ComponentCommand command, TimeSpan patience) =>
        Create(command, $"{command.Name} was not ready when the {patience.TotalSeconds:0.#} seconds of LocalControlPlaneOptions.StartTimeout were over.");

    /// <summary>Whether the log says that somebody else listens on the port.</summary>
    public static bool IsPortTaken(string log) => Tail(log).Contains("address already in use", StringComparison.Ordinal);

    private static LocalControlPlaneException Create(ComponentCommand command, string what)
    {
        var lines = Tail(command.Log).Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(ShownLines).ToArray();
        var log = lines.Length == 0 ? "It wrote nothing." : $"The end of its log:{Environment.NewLine}    {string.Join($"{Environment.NewLine}    ", lines)}";
        return new(
            $"""
            {what}
              > {command}
              @ {command.Log}
            {log}
            Check that the program is whole and made for this machine, that a gigabyte of memory is free, and the flags in LocalControlPlaneOptions.ApiServerArguments, if any.
            A temporary folder goes with its logs: name one with LocalControlPlaneOptions.Folder to keep them.
            """,
            command.Name);
    }

    private static string Tail(string path)
    {
        if (!File.Exists(path))
            return "";
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Seek(-Math.Min(file.Length, ReadBytes), SeekOrigin.End);
        using var reader = new StreamReader(file, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
