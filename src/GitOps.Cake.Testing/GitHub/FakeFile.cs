namespace GitOps.Cake.Testing.GitHub;

/// <summary>A file of a commit.</summary>
internal sealed record FakeFile(string Content, string Mode = FakeFile.Plain)
{
    public const string Plain = "100644";

    public const string Executable = "100755";
}
