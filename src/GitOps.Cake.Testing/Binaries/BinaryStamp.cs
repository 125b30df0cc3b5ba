namespace GitOps.Cake.Testing.Binaries;

/// <summary>Tells a replaced binary from the one that a running process was started from, without running it.</summary>
internal sealed record BinaryStamp(string Path, long Size, DateTime Written)
{
    public static BinaryStamp Of(string path)
    {
        var file = new FileInfo(path);
        return new(path, file.Length, file.LastWriteTimeUtc);
    }
}
