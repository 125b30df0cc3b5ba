using System.Runtime.CompilerServices;
using GitOps.Cake.Templates.Functions;
using GitOps.Cake.Templates.Parsing;
using GitOps.Cake.Templates.Texts;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Evaluation;

internal sealed partial class Evaluator
{
    private Flow Walk(Operand dot, ListNode list) =>
        RuntimeHelpers.TryEnsureSufficientExecutionStack() ? WalkAll(dot, list) : WalkFresh(dot, list);

    // Apart, so that only this method pays for the closure.
    private Flow WalkFresh(Operand dot, ListNode list) => FreshStack.Run(() => WalkAll(dot, list));

    private Flow WalkAll(Operand dot, ListNode list)
    {
        foreach (var item in list.Nodes)
        {
            run.Step();
            _node = item;
            var flow = Walk(dot, item);
            if (flow != Flow.Next)
                return flow;
        }

        return Flow.Next;
    }

    private Flow Walk(Operand dot, Node item)
    {
        switch (item)
        {
            case TextNode text:
                Write(text.Text);
                return Flow.Next;
            case ActionNode action:
                var value = Evaluate(dot, action.Pipe);
                if (action.Pipe.Variables.Count == 0)
                    Print(action, value);
                return Flow.Next;
            case BranchNode { Kind: BranchKind.Range } range:
                return WalkRange(dot, range);
            case BranchNode branch:
                return WalkBranch(dot, branch);
            case TemplateNode call:
                WalkTemplate(dot, call);
                return Flow.Next;
            default:
                return ((JumpNode)item).IsBreak ? Flow.Break : Flow.Continue;
        }
    }

    private Flow WalkBranch(Operand dot, BranchNode branch)
    {
        var mark = _variables.Count;
        var value = Evaluate(dot, branch.Pipe);
        var flow = Truth(value.Value)
            ? Walk(branch.Kind == BranchKind.With ? value : dot, branch.List)
            : branch.Else is { } otherwise ? Walk(dot, otherwise) : Flow.Next;
        Pop(mark);
        return flow;
    }

    private void WalkTemplate(Operand dot, TemplateNode call)
    {
        if (definitions.Find(call.Name) is not { } found)
            throw Error($"template {GoQuote.Quote(call.Name)} not defined");

        var data = call.Pipe is { } pipe ? Evaluate(dot, pipe) : default;
        var (outer, outerBase) = (_definition, _variableBase);
        _variableBase = _variables.Count;
        _variables.Add(new("$", data));
        var fresh = run.Enter();
        _definition = found;
        if (fresh)
            WalkFresh(data, found.Root);
        else
            Walk(data, found.Root);
        run.Leave();
        Pop(_variableBase);
        (_definition, _variableBase) = (outer, outerBase);
    }

    private void Print(ActionNode action, Operand value)
    {
        _node = action;
        Write(value.IsNothing ? "<no value>" : value.Value as string ?? Text(value.Value));
    }

    private string Text(object? value)
    {
        try
        {
            return Sizes.Print(run, value);
        }
        catch (Exception exception) when (exception is GoValueException or ArgumentException)
        {
            throw Error(exception.Message, inner: exception);
        }
    }

    private void Write(string text)
    {
        if (output.Length + text.Length > run.Limits.OutputLength)
            throw Error($"the output has more than {run.Limits.OutputLength} characters", TemplateLimits.Advice);
        output.Append(text);
    }

    private void Pop(int mark) => _variables.RemoveRange(mark, _variables.Count - mark);

    private static bool Truth(object? value) => GoValue.IsTrue(value);
}
