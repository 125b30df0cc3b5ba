namespace GitOps.Cake.Helmfile.Releases;

/// <summary>One entry of a release's values.</summary>
internal abstract record ValuesSource(SourcePosition Position)
{
    /// <summary>Whether it was decrypted.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The YAML that helm gets.</summary>
    public abstract string Read();

    /// <summary>A plain file, which reaches helm byte for byte.</summary>
    internal sealed record PlainFile(string Path, SourcePosition Position) : ValuesSource(Position)
    {
        public override string Read() => File.ReadAllText(Path);
    }

    /// <summary>Text made by the engine (an inline map, a rendered template), which is written to a private file for helm.</summary>
    internal sealed record Text(string Name, string Content, SourcePosition Position) : ValuesSource(Position)
    {
        /// <summary>The template that it was rendered from, as messages show it.</summary>
        public string? Template { get; init; }

        public override string Read() => Content;
    }
}
