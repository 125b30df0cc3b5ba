using System.Runtime.ExceptionServices;

namespace GitOps.Cake.Templates.Evaluation;

/// <summary>Runs something on a thread of its own and waits for it, when the stack of this thread may not suffice.</summary>
internal static class FreshStack
{
    private const int Size = 16 * 1024 * 1024;

    public static T Run<T>(Func<T> run)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(Body, Size) { IsBackground = true };
        thread.Start();
        thread.Join();
        if (failure?.SourceException is TemplateException or LimitExceededException or OperationCanceledException)
        {
            // It tells its place itself. Thousands of stacks one on top of the other would each add to the trace.
            throw failure.SourceException;
        }

        failure?.Throw();
        return result;

        void Body()
        {
            try
            {
                result = run();
            }
            catch (Exception exception)
            {
                // Thrown again on the thread that waits.
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        }
    }
}
