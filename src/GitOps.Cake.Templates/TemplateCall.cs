using GitOps.Cake.Templates.Evaluation;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates;

/// <summary>The arguments of one call of a template function.</summary>
public readonly ref struct TemplateCall
{
    private readonly ReadOnlySpan<object?> _arguments;

    internal TemplateCall(ReadOnlySpan<object?> arguments, Evaluator caller)
    {
        this._arguments = arguments;
        Caller = caller;
    }

    /// <summary>How many arguments there are.</summary>
    public int Count => _arguments.Length;

    /// <summary>Cancelled when the rendering is to stop.</summary>
    public CancellationToken CancellationToken => Caller.Run.CancellationToken;

    internal Evaluator Caller { get; }

    internal TemplateRun Run => Caller.Run;

    /// <summary>An argument.</summary>
    /// <param name="index">Its index, from 0.</param>
    public object? this[int index] => _arguments[index];

    /// <summary>An argument of type <see cref="TemplateType.Text"/>.</summary>
    /// <param name="index">Its index, from 0.</param>
    /// <returns>The text.</returns>
    public string Text(int index) => (string)_arguments[index]!;

    /// <summary>An argument of type <see cref="TemplateType.Int"/>.</summary>
    /// <param name="index">Its index, from 0.</param>
    /// <returns>The number.</returns>
    public nint Int(int index) => (nint)_arguments[index]!;

    /// <summary>An argument of type <see cref="TemplateType.Float"/>.</summary>
    /// <param name="index">Its index, from 0.</param>
    /// <returns>The number.</returns>
    public double Float(int index) => (double)_arguments[index]!;

    /// <summary>An argument of type <see cref="TemplateType.Bool"/>.</summary>
    /// <param name="index">Its index, from 0.</param>
    /// <returns>The bool.</returns>
    public bool Bool(int index) => (bool)_arguments[index]!;

    /// <summary>An argument of type <see cref="TemplateType.Map"/>.</summary>
    /// <param name="index">Its index, from 0.</param>
    /// <returns>The map; null when the template passed nil.</returns>
    public GoMap? Map(int index) => (GoMap?)_arguments[index];

    /// <summary>An argument of type <see cref="TemplateType.List"/>.</summary>
    /// <param name="index">Its index, from 0.</param>
    /// <returns>The list; null when the template passed nil.</returns>
    public IReadOnlyList<object?>? List(int index) => (List<object?>?)_arguments[index];

    /// <summary>An argument of type <see cref="TemplateType.Time"/>.</summary>
    /// <param name="index">Its index, from 0.</param>
    /// <returns>The time.</returns>
    public GoTime Time(int index) => (GoTime)_arguments[index]!;

    /// <summary>The arguments from one on.</summary>
    /// <param name="index">The first one's index.</param>
    /// <returns>The arguments.</returns>
    public ReadOnlySpan<object?> From(int index) => _arguments[index..];
}
