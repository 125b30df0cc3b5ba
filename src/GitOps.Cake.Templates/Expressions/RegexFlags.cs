namespace GitOps.Cake.Templates.Expressions;

[Flags]
internal enum RegexFlags
{
    None = 0,

    /// <summary>i: upper and lower case are the same.</summary>
    FoldCase = 1,

    /// <summary>m: ^ and $ stand for ends of lines, too.</summary>
    Lines = 2,

    /// <summary>s: the dot takes line ends.</summary>
    DotTakesAll = 4,

    /// <summary>U: repetitions are lazy unless marked.</summary>
    Lazy = 8,
}
