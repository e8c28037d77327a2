// What an element of a component that is a class was given is in `this.props`; what it sets is in `this.state`.
import React, { Component } from 'react';
class Given extends React.Component {
  render() {
    return <div dangerouslySetInnerHTML={{ __html: this.props.html }} />; // flow: record -> html
  }
}
class Taken extends Component {
  render() {
    const { html, title } = this.props;
    return <div title={html} dangerouslySetInnerHTML={{ __html: title }} />;
  }
}
class Shown extends Component {
  constructor(props) {
    super(props);
    this.state = { html: '', text: '' };
  }
  componentDidMount() {
    this.setState({ text: this.props.html });
  }
  render() {
    return <p dangerouslySetInnerHTML={{ __html: this.state.html }}>{this.state.text}</p>;
  }
}
class Loaded extends React.PureComponent {
  state = { html: '' };
  load() {
    kintone.api('/k/v1/record', 'GET', { app: 1, id: 1 }).then((body) => this.setState({ html: body.record.memo.value }));
  }
  render() {
    return <p onClick={() => this.load()} dangerouslySetInnerHTML={{ __html: this.state.html }} />; // flow: record -> html
  }
}
class Made extends Component {
  state = { html: '', first: this.props.html };
  componentDidMount() {
    this.setState((state, props) => ({ ...state, html: props.html }));
  }
  render() {
    return <p dangerouslySetInnerHTML={{ __html: this.state.html }} />; // flow: record -> html
  }
}
class MadeOfState extends Component {
  state = { html: '', first: this.props.html };
  componentDidMount() {
    this.setState((state) => ({ html: state.first, note: '' }));
  }
  render() {
    this.note.innerHTML = this.state.note;
    return <p dangerouslySetInnerHTML={{ __html: this.state.html }} />; // flow: record -> html
  }
}
const Kept = React.memo(({ html, title }) => (
  <p title={title} dangerouslySetInnerHTML={{ __html: html }} /> // flow: record -> html
));
class Compiled extends Component {
  render() {
    return React.createElement('a', { href: this.props.url }); // flow: record -> link
  }
}
export class Alone extends Component {
  componentDidMount() {
    kintone.api('/k/v1/record', 'GET', { app: 1, id: 1 }).then((body) => this.setState({ html: body.record.memo.value }));
  }
  render() {
    return <p title={this.state.html} dangerouslySetInnerHTML={{ __html: this.state.html }} />; // flow: record -> html
  }
}
kintone.events.on('app.record.detail.show', (event) => {
  const value = event.record.memo.value;
  const space = kintone.app.record.getSpaceElement('space');
  ReactDOM.render(<Given html={value} />, space);
  ReactDOM.render(<Taken html={value} title="<b>memo</b>" />, space);
  ReactDOM.render(<Shown html={value} />, space);
  ReactDOM.render(<Loaded />, space);
  ReactDOM.render(<Made html={value} />, space);
  ReactDOM.render(<MadeOfState html={value} />, space);
  ReactDOM.render(<Kept html={value} title={value} />, space);
  ReactDOM.render(React.createElement(Compiled, { url: value }), space);
  return event;
});
