using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.State.Files;

/// <summary>Reads the files of a workspace and names them as its users do.</summary>
/// <param name="workspace">The workspace's folder, absolute.</param>
/// <param name="inputs">Hears what is looked at.</param>
internal sealed class StateFiles(string workspace, FileInputs? inputs = null)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ConcurrentDictionary<string, string> _roots = new(StringComparer.Ordinal);

    public string Workspace => workspace;

    public FileInputs Inputs { get; } = inputs ?? new();

    /// <summary>Gives a folder that was fetched the name that its users know.</summary>
    public void AddRoot(string folder, string name) => _roots[folder] = name;

    /// <summary>A path as messages show it: relative to the workspace where it lies within, and by its address where it was fetched.</summary>
    public string Shown(string path)
    {
        foreach (var (root, name) in _roots)
        {
            if (path == root)
                return name;
            if (path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                return $"{name}@{path[(root.Length + 1)..].Replace('\\', '/')}";
        }

        var relative = Path.GetRelativePath(workspace, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.Replace('\\', '/');
    }

    /// <summary>The text of a file, with line ends of one character.</summary>
    /// <exception cref="StateFileException">It cannot be read, or is no text.</exception>
    public async Task<string> ReadAsync(string path, SourcePosition? namedAt, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(Inputs.Add(path), cancellationToken).ConfigureAwait(false);
            return Text(bytes, path).Replace("\r\n", "\n", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StateFileException(namedAt, $"{Shown(path)} cannot be read: {exception.Message}", exception);
        }
    }

    // A mark at the beginning is left out, and tells UTF-16, which YAML allows as well.
    private string Text(byte[] bytes, string path)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Strict);
        try
        {
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException exception)
        {
            var line = bytes.AsSpan(0, Utf8End(bytes)).Count((byte)'\n') + 1;
            throw new StateFileException(new(Shown(path), line), "the line has bytes that are no UTF-8: save the file as UTF-8.", exception);
        }
    }

    private static int Utf8End(ReadOnlySpan<byte> bytes)
    {
        var end = 0;
        while (Rune.DecodeFromUtf8(bytes[end..], out _, out var used) == OperationStatus.Done)
            end += used;
        return end;
    }
}
