namespace GitOps.Cake.Templates.Expressions;

/// <summary>A part of a regular expression.</summary>
internal abstract record RegexNode
{
    /// <summary>How deep it is nested.</summary>
    public virtual int Height => 1;

    /// <summary>One character of a set.</summary>
    public sealed record Characters(RuneSet Set) : RegexNode;

    /// <summary>A place between characters.</summary>
    public sealed record Place(RegexPlace Kind) : RegexNode;

    /// <summary>A group whose match is kept.</summary>
    public sealed record Capture(int Index, string? Name, RegexNode Inner) : RegexNode
    {
        public override int Height { get; } = Inner.Height + 1;
    }

    /// <summary>A number of times; no most means any number.</summary>
    public sealed record Repeat(RegexNode Inner, int Least, int? Most, bool IsGreedy) : RegexNode
    {
        public override int Height { get; } = Inner.Height + 1;
    }

    /// <summary>One after another; none of them matches the empty text.</summary>
    public sealed record Sequence(IReadOnlyList<RegexNode> Parts) : RegexNode
    {
        public override int Height { get; } = Parts.Count == 0 ? 1 : Parts.Max(static part => part.Height) + 1;
    }

    /// <summary>The first that matches.</summary>
    public sealed record Choice(IReadOnlyList<RegexNode> Options) : RegexNode
    {
        public override int Height { get; } = Options.Max(static option => option.Height) + 1;
    }
}
