namespace GitOps.Cake.Testing.Binaries;

/// <summary>Tells a replaced binary from the one that a running process was started from, without running it.</summary>
internal sealed record BinaryStamp(string Path, long Size, DateTime Written)
{
    public static BinaryStamp Of(string path)
    {
        // A link says nothing about the program behind it.
        var file = new FileInfo(path) is var link && link.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target : link;
        return new(path, file.Length, file.LastWriteTimeUtc);
    }
}
