using System.Text;

namespace GitOps.Cake.Conformance.Engine;

/// <summary>Keeps what a person is told.</summary>
internal sealed class CallLog : IRunLog
{
    private readonly StringBuilder _text = new();

    public void Information(string message) => Add(message);

    public void Warning(string message) => Add(message);

    public void Verbose(string message)
    {
        // Only for whoever asks for details.
    }

    public void Add(string message)
    {
        lock (_text)
        {
            _text.Append(message).Append('\n');
        }
    }

    public override string ToString()
    {
        lock (_text)
        {
            return _text.ToString();
        }
    }
}
